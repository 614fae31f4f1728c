import { tellOwners } from '#app/domain/notifications/tell-owners.server.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type Sql, withTransaction } from '#app/platform/sql.server.ts'
import { accountEnding, accountSchema, type BankAccount } from './account.ts'

/**
 * Waits for the city's confirmation in the place of what waited before; until then money goes to the account that was
 * confirmed. Every owner is told, for a changed account is how money is stolen. Null when it is filed, else what is
 * wrong with the form; the same again files nothing.
 */
export async function fileAccount(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  form: FormData,
): Promise<FormState | null> {
  const parsed = parseForm(accountSchema, form)
  if (!parsed.ok) return { values: parsed.values, errors: parsed.errors }
  const { holder, bank, number } = parsed.value
  const now = clock.now()
  await withTransaction(pool, async (tx) => {
    await tx.$queryRaw`SELECT FROM enterprise WHERE id = ${scope.enterpriseId} FOR NO KEY UPDATE`
    if (await isCurrent(tx, scope, parsed.value)) return
    await tx.$executeRaw`
      UPDATE bank_account SET status = 'replaced' WHERE enterprise_id = ${scope.enterpriseId} AND status = 'waiting'`
    const [filed] = await tx.$queryRaw<Array<{ id: string }>>`
      INSERT INTO bank_account (id, enterprise_id, holder, bank, number, filed_by, filed_at)
      VALUES (gen_random_uuid(), ${scope.enterpriseId}, ${holder}, ${bank}, ${number}, ${scope.staff.staffId}::uuid, ${now})
      RETURNING id`
    await writeAudit(tx, now, scope, {
      action: 'file-account',
      subject: ['enterprise', scope.slug],
      after: { holder, bank, ending: accountEnding(number) },
    })
    await tellOwners(tx, now, scope.enterpriseId, {
      kind: 'account-filed',
      dedupeKey: `account-filed:${filed?.id}`,
      place: scope.name,
      facts: { about: accountEnding(number) },
      path: `/enterprise/${scope.slug}/account`,
    })
  })
  return null
}

/** Is it what stands already: waiting, or confirmed with nothing that waits? */
async function isCurrent(tx: Sql, { enterpriseId }: EnterpriseScope, account: BankAccount): Promise<boolean> {
  const [latest] = await tx.$queryRaw<Array<BankAccount>>`
    SELECT holder, bank, number FROM bank_account
    WHERE enterprise_id = ${enterpriseId} AND status IN ('waiting', 'confirmed')
    ORDER BY status = 'waiting' DESC LIMIT 1`
  return latest?.holder === account.holder && latest.bank === account.bank && latest.number === account.number
}
