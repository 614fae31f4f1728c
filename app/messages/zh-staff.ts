import { staff } from './zh/staff.ts'
import { zh } from './zh.ts'

/** What the staff's pages need besides everybody's. */
export const zhStaff = { ...zh, staff } as const
