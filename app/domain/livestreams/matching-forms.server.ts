import { z } from 'zod'
import { reasonField } from '#app/domain/staff/reason-field.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type FormState, formValues, parseForm } from '#app/kernel/form.ts'
import { type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type CodeRefusal, findCodedVariant } from './find-coded-variant.server.ts'
import { matchProduct } from './match-product.server.ts'
import type { ProductKey } from './matching-queue.server.ts'
import { readStand } from './queue-stand.ts'
import { takeBack } from './take-back.server.ts'

type Writing = Pick<Services, 'pool' | 'clock'>

/** Where the desk goes on, and what it says there; else what is to be mended. */
export type MatchingAnswer = { query: URLSearchParams } | { failure?: string; state?: FormState }

/** Carries out what a form of the matching desk asks for. */
export async function actOnProduct(
  services: Writing,
  scope: OrganizerScope,
  form: FormData,
): Promise<MatchingAnswer> {
  const { intent, product = '', spec = '', sku = '', code = '', stand } = formValues(form)
  const key = { externalId: product.slice(0, 40), spec: spec.slice(0, 120) }
  if (intent === 'take-back') return await takeBackAnswer(services, scope, key, form)
  if (intent !== 'foreign' && code.trim() === '' && sku === '') return { failure: 'nothing-chosen' }
  const chosen = intent === 'foreign' ? success(null) : await chosenVariant(services, key, code.trim(), sku)
  const matched = chosen.ok ? await matchProduct(services, scope, key, chosen.value) : chosen
  if (!matched.ok) return { failure: matched.code }
  const posted = String(intent === 'foreign' ? 0 : matched.value.orders)
  return { query: new URLSearchParams({ stand: readStand(stand), posted }) }
}

/** What was typed goes before what was chosen. */
async function chosenVariant(
  services: Writing,
  key: ProductKey,
  code: string,
  sku: string,
): Promise<Result<string, CodeRefusal>> {
  return code === '' ? success(sku) : await findCodedVariant(services, key, code)
}

const takeBackForm = z.object({ sku: z.string(), reason: reasonField })

/** What was taken back waits, and is what is asked about next. */
async function takeBackAnswer(
  services: Writing,
  scope: OrganizerScope,
  key: ProductKey,
  form: FormData,
): Promise<MatchingAnswer> {
  const parsed = parseForm(takeBackForm, form)
  if (!parsed.ok) return { state: parsed }
  const taken = await takeBack(services, scope, key, parsed.value)
  if (!taken.ok) return { failure: taken.code }
  const query = {
    stand: 'unmatched',
    product: key.externalId,
    spec: key.spec,
    taken: String(taken.value.orders),
  }
  return { query: new URLSearchParams(query) }
}
