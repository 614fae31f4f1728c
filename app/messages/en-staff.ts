import { afterSales } from './en/after-sales.ts'
import { alarms } from './en/alarms.ts'
import { analysis } from './en/analysis.ts'
import { audit } from './en/audit.ts'
import { books } from './en/books.ts'
import { booths } from './en/booths.ts'
import { bulk } from './en/bulk.ts'
import { certificates } from './en/certificates.ts'
import { comparisons } from './en/comparisons.ts'
import { contracts } from './en/contracts.ts'
import { dashboard } from './en/dashboard.ts'
import { fairs } from './en/fairs.ts'
import { flows } from './en/flows.ts'
import { importing } from './en/import.ts'
import { invoices } from './en/invoices.ts'
import { joining } from './en/joining.ts'
import { listings } from './en/listings.ts'
import { livestreamDesk } from './en/livestream-desk.ts'
import { plans } from './en/plans.ts'
import { reports } from './en/reports.ts'
import { reviewDesk } from './en/review-desk.ts'
import { settlements } from './en/settlements.ts'
import { shipping } from './en/shipping.ts'
import { signs } from './en/signs.ts'
import { staff } from './en/staff.ts'
import { stock } from './en/stock.ts'
import { team } from './en/team.ts'
import { en } from './en.ts'
import type { StaffMessages } from './messages.ts'

export const enStaff: StaffMessages = {
  ...en,
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
}
