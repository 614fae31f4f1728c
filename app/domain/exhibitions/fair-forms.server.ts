import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import { readVersion } from '#app/kernel/version.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type FairFacts, fairSchema, fairValues, slugSchema } from './fair-form.ts'
import { changedFacts, createFair, editFair } from './save-fair.server.ts'

type Saving = Pick<Services, 'pool' | 'clock'>

export async function submitNewFair(
  services: Saving,
  scope: OrganizerScope,
  form: FormData,
): Promise<{ ok: true; slug: string } | { ok: false; state: FormState }> {
  const [address, facts] = [parseForm(slugSchema, form), parseForm(fairSchema, form)]
  if (!address.ok || !facts.ok) {
    const errors = { ...(facts.ok ? {} : facts.errors), ...(address.ok ? {} : address.errors) }
    return { ok: false, state: { values: facts.values, errors } }
  }
  const { slug } = address.value
  const created = await createFair(services, scope, { slug, ...facts.value })
  if (created.ok) return { ok: true, slug }
  return { ok: false, state: { values: facts.values, errors: { slug: created.code } } }
}

/** What somebody else saved meanwhile, where it is not what the form says; and the version that it made. */
export type Overtaken = { version: number; theirs: Array<{ field: keyof FairFacts; value: string }> }

export async function submitFair(
  services: Saving,
  scope: OrganizerScope,
  slug: string,
  form: FormData,
): Promise<{ ok: true } | { ok: false; state: FormState; overtaken: Overtaken | null }> {
  const facts = parseForm(fairSchema, form)
  if (!facts.ok) return { ok: false, state: facts, overtaken: null }
  const seen = readVersion(form.get('version'))
  const saved = await editFair(services, scope, { slug, seen, facts: facts.value })
  if (saved.ok) return { ok: true }
  const state = { values: facts.values, errors: {} }
  if (saved.code === 'not-found') return { ok: false, state, overtaken: null }
  const { detail: fair } = saved
  const values = fairValues(fair)
  const theirs = changedFacts(fair, facts.value).map((field) => ({ field, value: values[field] ?? '' }))
  return { ok: false, state, overtaken: { version: fair.version, theirs } }
}
