import { z } from 'zod'
import type { Database } from '#app/platform/db.server.ts'
import { maskName, maskPhone } from './phone.ts'
import type { SignedInScope } from './scope.ts'

export type Profile = { maskedPhone: string; name: string | null }

export const profileSchema = z.object({ name: z.string().trim().max(20, 'too-long') })

export async function getProfile(db: Database, scope: SignedInScope): Promise<Profile> {
  const { phone, name } = await db.shopper.findUniqueOrThrow({
    where: { id: scope.shopperId },
    select: { phone: true, name: true },
  })
  return { maskedPhone: maskPhone(phone), name }
}

/** Null takes the name away again: the shop works without one. A closed account gets none any more. */
export async function renameShopper(db: Database, scope: SignedInScope, name: string | null): Promise<void> {
  await db.shopper.updateMany({ where: { id: scope.shopperId, deletedAt: null }, data: { name } })
}

/** For the header: 赵**, or 138****0000 where no name was given. */
export async function findDisplayName(db: Database, scope: SignedInScope): Promise<string | null> {
  const shopper = await db.shopper.findUnique({
    where: { id: scope.shopperId },
    select: { phone: true, name: true },
  })
  return shopper && (shopper.name ? maskName(shopper.name) : maskPhone(shopper.phone))
}
