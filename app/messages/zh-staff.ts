import { afterSales } from './zh/after-sales.ts'
import { alarms } from './zh/alarms.ts'
import { analysis } from './zh/analysis.ts'
import { audit } from './zh/audit.ts'
import { books } from './zh/books.ts'
import { booths } from './zh/booths.ts'
import { bulk } from './zh/bulk.ts'
import { certificates } from './zh/certificates.ts'
import { comparisons } from './zh/comparisons.ts'
import { contracts } from './zh/contracts.ts'
import { dashboard } from './zh/dashboard.ts'
import { fairs } from './zh/fairs.ts'
import { flows } from './zh/flows.ts'
import { importing } from './zh/import.ts'
import { invoices } from './zh/invoices.ts'
import { joining } from './zh/joining.ts'
import { listings } from './zh/listings.ts'
import { livestreamDesk } from './zh/livestream-desk.ts'
import { plans } from './zh/plans.ts'
import { reports } from './zh/reports.ts'
import { reviewDesk } from './zh/review-desk.ts'
import { settlements } from './zh/settlements.ts'
import { shipping } from './zh/shipping.ts'
import { signs } from './zh/signs.ts'
import { staff } from './zh/staff.ts'
import { stock } from './zh/stock.ts'
import { team } from './zh/team.ts'
import { zh } from './zh.ts'

/** What the staff's pages need besides everybody's. */
export const zhStaff = {
  ...zh,
  staff,
  team,
  afterSales,
  alarms,
  analysis,
  audit,
  booths,
  books,
  bulk,
  certificates,
  comparisons,
  contracts,
  dashboard,
  fairs,
  flows,
  importing,
  invoices,
  joining,
  listings,
  plans,
  reports,
  livestreams: livestreamDesk,
  reviewDesk,
  settlements,
  shipping,
  signs,
  stock,
} as const
