import { z } from 'zod'
import { isDay } from './clock.ts'

/** A calendar day of a form or a file, as 2026-11-24. */
export function dayField(code?: string) {
  return z.string(code).refine(isDay, code)
}
