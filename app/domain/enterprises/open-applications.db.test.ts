import { expect, test } from 'vitest'
import { minute, second } from '#app/kernel/clock.ts'
import { createLimits } from '#app/platform/limits.server.ts'
import { type ApplicationDesk, useApplicationDesks } from '#tests/support/application-desks.ts'
import { applicationFacts, apply, randomCreditCode } from '#tests/support/applications.ts'
import { formOf } from '#tests/support/forms.ts'
import { createOrganizer, readLink } from '#tests/support/staff.ts'
import { repeats } from '#tests/support/workers.ts'
import type { ApplicationFacts } from './application.ts'
import { findApplicationReview } from './application-review-view.server.ts'
import { findOwnApplication } from './application-views.server.ts'
import { changeOwnApplication } from './own-application-forms.server.ts'
import { rejectApplication, returnApplication } from './review-application.server.ts'
import { sendApplicationLink } from './send-application-link.server.ts'
import { submitApplication } from './submit-application.server.ts'
import { changeApplication } from './write-application.server.ts'

const { services, bare, unmet } = await useApplicationDesks([
  [`SELECT pg_advisory_xact_lock(hashtext('application'), hashtext($1))`, 'SELECT $1::text'],
])
const { db, pool, clock } = services
const aohan = '150430'

test('what nobody answers for keeps no enterprise out: the city rejects it, returned or not even recommended', async () => {
  const city = await createOrganizer(db)
  const reviewer = await createOrganizer(db, 'division-reviewer', aohan)
  const { creditCode } = applicationFacts()
  const applyAgain = async () => {
    const { id } = await apply(services, applicationFacts({ creditCode }), { isSubmitted: false })
    return { id, submitted: await submitApplication(services, id) }
  }
  const actsOf = async (scope: typeof city, id: string) =>
    (await findApplicationReview(services, scope, id))?.acts
  const lost = await apply(services, applicationFacts({ creditCode }))
  expect(await actsOf(city, lost.id)).toEqual(['recommend', 'return', 'reject', 'send-link'])
  await returnApplication(services, reviewer, { id: lost.id, version: 2, reason: '执照照片看不清' })
  expect((await applyAgain()).submitted).toMatchObject({ code: 'already-applied' })
  expect([await actsOf(city, lost.id), await actsOf(reviewer, lost.id)]).toEqual([
    ['reject', 'send-link'],
    [],
  ])

  const reason = '联系不上申请人'
  const seen = { id: lost.id, version: 2, reason }
  expect(await rejectApplication(services, city, { ...seen, version: 1 })).toMatchObject({
    code: 'changed-meanwhile',
  })
  expect(await rejectApplication(services, city, seen)).toMatchObject({ ok: true })
  expect(await readLink(services, lost.facts.contactPhone)).toBe(`/join/${lost.token}`)
  expect(await findOwnApplication(services, lost.token)).toMatchObject({ status: 'rejected', reason })
  expect(await submitApplication(services, lost.id)).toMatchObject({ code: 'not-editable' })

  const forged = await applyAgain()
  expect(forged.submitted).toMatchObject({ ok: true })
  const own = { where: { id: forged.id }, select: { contactPhone: true } }
  const { contactPhone } = await db.enterpriseApplication.findUniqueOrThrow(own)
  const applicant = await createOrganizer(db)
  await db.staff.update({ where: { id: applicant.staff.staffId }, data: { phone: contactPhone } })
  const command = { id: forged.id, version: 2, reason: '冒用他人信用代码' }
  expect(await rejectApplication(services, applicant, command)).toMatchObject({ code: 'own-application' })
  expect(await rejectApplication(services, city, command)).toMatchObject({ ok: true })
  expect((await applyAgain()).submitted).toMatchObject({ ok: true })
})

test('an applicant’s lost link is sent again to the phone of the application, once for a double tap and three times a day', async () => {
  const { id, token, facts } = await apply(services)
  const [city, reviewer] = [await createOrganizer(db), await createOrganizer(db, 'division-reviewer', aohan)]
  await returnApplication(services, reviewer, { id, version: 2, reason: '执照照片看不清' })
  await readLink(services, facts.contactPhone)
  const messages = () => db.smsMessage.count({ where: { phone: facts.contactPhone } })
  const before = await messages()
  const strict = { ...services, limits: createLimits(pool) }
  const send = (scope = city) => sendApplicationLink(strict, scope, id)
  expect(await send()).toMatchObject({ ok: true })
  clock.pass(second)
  expect(await send()).toMatchObject({ ok: true })
  expect(await readLink(services, facts.contactPhone)).toBe(`/join/${token}`)
  expect(await messages()).toBe(before + 1)
  clock.pass(minute)
  expect(await send()).toMatchObject({ ok: true })
  expect(await send()).toMatchObject({ code: 'too-many' })
  await readLink(services, facts.contactPhone)
  expect(await messages()).toBe(before + 2)

  const acts = async (scope: typeof city) => (await findApplicationReview(services, scope, id))?.acts
  expect([await acts(city), await acts(reviewer)]).toEqual([['reject', 'send-link'], []])
  await rejectApplication(services, city, { id, version: 2, reason: '申请人要求撤回' })
  expect(await sendApplicationLink(services, city, id)).toMatchObject({ code: 'changed-meanwhile' })
  const stranger = await createOrganizer(db, 'division-reviewer', '150421')
  expect(await sendApplicationLink(services, stranger, id)).toMatchObject({ code: 'not-found' })
})

/** What the applicant's page sends to correct a returned application. */
function correction(facts: ApplicationFacts): FormData {
  return formOf({ ...facts, town: facts.town ?? '', foodLicence: '', intent: 'change' })
}

async function applyAndReturn(of: ApplicationDesk) {
  const application = await apply(of)
  const reviewer = await createOrganizer(of.db, 'division-reviewer', aohan)
  await returnApplication(of, reviewer, { id: application.id, version: 2, reason: '信用代码与执照不符' })
  return application
}

test('a returned application is not corrected to the code of another, and keeps what was typed', async () => {
  const [{ id, facts }, other] = [await applyAndReturn(services), await apply(services)]
  const typed = { ...facts, creditCode: other.facts.creditCode, town: '四家子镇' }
  expect(await changeOwnApplication(services, id, correction(typed))).toMatchObject({
    facts: {
      values: { creditCode: typed.creditCode, town: typed.town },
      errors: { creditCode: 'already-applied' },
    },
  })
  const city = await createOrganizer(db)
  await rejectApplication(services, city, { id: other.id, version: 2, reason: '冒用他人信用代码' })
  expect(await changeOwnApplication(services, id, correction(typed))).toEqual({ done: 'saved' })
  const { id: joined } = await db.enterprise.findFirstOrThrow()
  const creditCode = randomCreditCode()
  await db.enterprise.update({ where: { id: joined }, data: { creditCode } })
  expect(await changeOwnApplication(services, id, correction({ ...typed, creditCode }))).toMatchObject({
    facts: { errors: { creditCode: 'already-joined' } },
  })
  expect(
    await changeOwnApplication(services, id, correction({ ...typed, divisionCode: '999999' })),
  ).toMatchObject({ facts: { errors: { divisionCode: 'division-required' } } })
})

/** Four returned applications are corrected to one code at the same instant. */
async function correctAtOnce(of: ApplicationDesk) {
  const creditCode = randomCreditCode()
  const returned = []
  for (let n = 0; n < 4; n += 1) returned.push(await applyAndReturn(of))
  const answers = await Promise.all(
    returned.map(({ id, facts }) =>
      changeApplication(of, id, { ...facts, creditCode }).catch((error: Error) => ({
        ok: false,
        code: error.name,
      })),
    ),
  )
  return answers.map((answer) => (answer.ok ? 'done' : 'code' in answer ? answer.code : '')).sort()
}

test('of several that are corrected to one code at once, one has it', { repeats }, async () => {
  const refused = Array(3).fill('already-applied')
  expect(await correctAtOnce(services)).toEqual([...refused, 'done'])
})

test('negative control: without the lock, corrections run into the database’s own refusal', async () => {
  const codes = new Set<string>()
  for (let run = 0; run < 10 && codes.size < 3; run += 1)
    for (const code of await correctAtOnce(bare)) codes.add(code)
  codes.delete('done')
  codes.delete('already-applied')
  expect([...codes]).not.toEqual([])
  expect([...unmet]).toEqual([])
})
