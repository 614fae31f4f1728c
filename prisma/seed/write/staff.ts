import type pg from 'pg'
import { hashPassword } from '#app/domain/staff/passwords.server.ts'
import { sealSecret } from '#app/domain/staff/second-step.server.ts'
import { demonstrationPassword, staffAccounts } from '../data/staff.ts'
import type { EnterprisePlan } from '../plan/enterprises.ts'
import { uuidFor } from '../random.ts'
import { copyRecords } from './copy.ts'

const aohan = '150430'

/** Two enterprises of 敖汉旗 with their people, and one of each kind of organizer. */
export async function writeStaff(
  client: pg.ClientBase,
  enterprises: ReadonlyArray<EnterprisePlan>,
  { now, sessionSecret }: { now: Date; sessionSecret: string },
): Promise<void> {
  const [first, second] = enterprises.filter(({ divisionCode }) => divisionCode === aohan)
  if (!first || !second) throw new Error('the staff needs two enterprises')
  const accounts = staffAccounts({ first: first.id, second: second.id })
  const passwordHash = await hashPassword(demonstrationPassword)
  await copyRecords(
    client,
    'staff',
    accounts.map(({ login, name, totpSecret }, index) => {
      const sealed = totpSecret ? sealSecret(sessionSecret, totpSecret) : null
      const phone = String(13_900_000_001 + index)
      return {
        id: uuidFor(`staff:${login}`),
        login,
        name,
        phone,
        passwordHash,
        totpSecret: sealed,
        isDemonstration: true,
        createdAt: now,
      }
    }),
  )
  await copyRecords(
    client,
    'membership',
    accounts.map(({ login, role, enterpriseId = null, divisionCode = null }) => ({
      id: uuidFor(`membership:${login}`),
      staffId: uuidFor(`staff:${login}`),
      role,
      enterpriseId,
      divisionCode,
      createdAt: now,
    })),
  )
}
