import { expect, test } from 'vitest'
import { type DomainFunction, leadsTo, readDomainFunctions } from '#tests/support/call-graph.ts'

const functions = readDomainFunctions()

const takesStaff = ({ text }: DomainFunction) =>
  /\b(?:scope|actor|owner|staff|inviter|_scope|\{[^{}]*\}): (?:EnterpriseScope|OrganizerScope|StaffScope|Actor|Answering)\b/.test(
    text,
  )
const writes = ({ text }: DomainFunction) =>
  /\b(?:INSERT INTO|UPDATE [a-z_]+ (?:AS )?(?:[a-z] )?SET|DELETE FROM)\b|\.\w+\.(?:create|update|delete|upsert)(?:Many)?\(/.test(
    text.replaceAll(/\s+/g, ' '),
  )
const audits = ({ name, file }: DomainFunction) =>
  name === 'writeAudit' && file.endsWith('staff/audit.server.ts')

/** What needs no row of its own, and why. */
const unaudited: Readonly<Record<string, string>> = {
  'app/domain/listings/bulk/apply-bulk.server.ts#applyBulk':
    'each listing by its own command, with its own row',
  'app/domain/listings/import/check-import.server.ts#checkImport':
    'a dry run: only its own findings are written',
  'app/domain/listings/write-variants.server.ts#writeVariants': 'a step of publishing, which has its row',
  'app/domain/staff/sessions.server.ts#endOtherSessions': 'one’s own devices',
  'app/domain/staff/sessions.server.ts#endOwnSession': 'one’s own devices',
  'app/domain/staff/sign-in.server.ts#passSecondStep': 'a code is used up',
}

const acts = [...functions].filter(
  ([place, found]) => found.isExported && takesStaff(found) && leadsTo(functions, place, writes),
)

test('every command that takes somebody of the staff and writes leaves an audit row (T106)', () => {
  expect(acts.length).toBeGreaterThan(50)
  const silent = acts.filter(([place]) => !leadsTo(functions, place, audits)).map(([place]) => place)
  expect(silent.sort()).toEqual(Object.keys(unaudited).sort())
})
