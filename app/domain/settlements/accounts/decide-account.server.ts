import { z } from 'zod'
import { tellOwners } from '#app/domain/notifications/tell-owners.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import { reasonField } from '#app/domain/staff/reason-field.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import { isUuid } from '#app/kernel/ids.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { accountEnding, type BankAccount } from './account.ts'

type Deciding = Pick<Services, 'pool' | 'clock'>
type Outcome = Result<null, Failure<'changed-meanwhile' | 'own-account'>>
export type DecideAnswer =
  | { done: 'confirmed' | 'returned' }
  | { failure: 'changed-meanwhile' | 'own-account' }
  | { id: string; form: FormState }

const returnSchema = z.object({ reason: reasonField })

/** Carries out a form of the page of accounts that wait. */
export async function answerAccount(
  services: Deciding,
  scope: OrganizerScope,
  form: FormData,
): Promise<DecideAnswer> {
  const id = String(form.get('account') ?? '')
  if (!isUuid(id)) return { failure: 'changed-meanwhile' }
  if (form.get('intent') === 'confirm') return answer('confirmed', await decide(services, scope, id, null))
  const parsed = parseForm(returnSchema, form)
  if (!parsed.ok) return { id, form: parsed }
  return answer('returned', await decide(services, scope, id, parsed.value.reason))
}

function answer(done: 'confirmed' | 'returned', outcome: Outcome): DecideAnswer {
  return outcome.ok ? { done } : { failure: outcome.code }
}

const outcomes = {
  confirm: { status: 'confirmed', action: 'confirm-account', kind: 'account-confirmed' },
  return: { status: 'returned', action: 'return-account', kind: 'account-returned' },
} as const

type Filed = BankAccount & { enterpriseId: number; slug: string; name: string; filedBy: string }

/** With a reason it goes back, without one money goes there from now on. Nobody confirms what they filed themselves. */
export async function decide(
  { pool, clock }: Deciding,
  scope: OrganizerScope,
  id: string,
  reason: string | null,
): Promise<Outcome> {
  const now = clock.now()
  return await withTransaction(pool, async (tx) => {
    const filed = await lockFiled(tx, id)
    if (!filed) return failure('changed-meanwhile')
    if (filed.filedBy === scope.staff.staffId) return failure('own-account')
    const { status, action, kind } = outcomes[reason === null ? 'confirm' : 'return']
    if (status === 'confirmed') await endFormer(tx, filed.enterpriseId)
    await tx.$executeRaw`
      UPDATE bank_account SET status = ${status}, decided_by = ${scope.staff.staffId}::uuid, decided_at = ${now},
        reason = ${reason} WHERE id = ${id}::uuid`
    await writeAudit(tx, now, scope, {
      action,
      subject: ['enterprise', filed.slug],
      enterpriseId: filed.enterpriseId,
      after: { holder: filed.holder, bank: filed.bank, ending: accountEnding(filed.number) },
      ...(reason === null ? {} : { reason }),
    })
    await tellOwners(tx, now, filed.enterpriseId, {
      kind,
      dedupeKey: `account-decided:${id}`,
      place: filed.name,
      facts: { about: accountEnding(filed.number) },
      path: `/enterprise/${filed.slug}/account`,
    })
    return success(null)
  })
}

/** Behind the enterprise, as whoever files one locks it. */
async function lockFiled(tx: Sql, id: string): Promise<Filed | undefined> {
  const [owner] = await tx.$queryRaw<Array<Pick<Filed, 'enterpriseId' | 'slug' | 'name'>>>`
    SELECT id AS "enterpriseId", slug, name FROM enterprise
    WHERE id = (SELECT enterprise_id FROM bank_account WHERE id = ${id}::uuid) FOR NO KEY UPDATE`
  if (!owner) return undefined
  const [account] = await tx.$queryRaw<Array<BankAccount & Pick<Filed, 'filedBy'>>>`
    SELECT holder, bank, number, filed_by AS "filedBy" FROM bank_account
    WHERE id = ${id}::uuid AND status = 'waiting' FOR UPDATE`
  return account ? { ...owner, ...account } : undefined
}

async function endFormer(tx: Sql, enterpriseId: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE bank_account SET status = 'replaced' WHERE enterprise_id = ${enterpriseId} AND status = 'confirmed'`
}
