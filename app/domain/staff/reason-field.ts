import { z } from 'zod'

/** Why somebody of the staff did something, for whoever reads the audit log: 重复开具 says enough. */
export const reasonField = z.string('reason-needed').trim().min(4, 'reason-needed').max(1_000, 'too-long')
