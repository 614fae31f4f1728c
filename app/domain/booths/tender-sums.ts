import { z } from 'zod'
import { noSums, type TenderSums, tenders } from './tender.ts'

const sumsSchema = z.partialRecord(z.enum(tenders), z.int())

/** What a JSON column holds. */
export function readTenderSums(column: unknown): TenderSums {
  return { ...noSums(), ...sumsSchema.safeParse(column).data }
}
