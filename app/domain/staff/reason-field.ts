import { z } from 'zod'

/** Why somebody of the staff did something, for whoever reads the audit log. */
export const reasonField = z.string('reason-needed').trim().min(5, 'reason-needed').max(1_000, 'too-long')
