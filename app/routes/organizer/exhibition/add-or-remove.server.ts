import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import type { FairRecord } from '#app/domain/exhibitions/fair-record.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import type { FormState } from '#app/kernel/form.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { getServices, type Services } from '#app/platform/services.server.ts'
import { requireFair } from './require-fair.server.ts'

type Change<Input, Answer> = (
  services: Services,
  scope: OrganizerScope,
  fair: FairRecord,
  input: Input,
) => Promise<Answer>
type Changes = { add: Change<FormData, FormState | null>; remove: Change<string, void> }

/** What the forms of a fair's list ask for: one more (null, or what is wrong with it), or one less. */
export async function addOrRemove(
  { request, params, context }: ActionFunctionArgs,
  { add, remove }: Changes,
) {
  const { scope, fair } = await requireFair(request, params.exhibition)
  const form = await readForm({ request, context })
  const { pathname } = new URL(request.url)
  const removed = form.get('remove')
  if (removed !== null) {
    await remove(getServices(), scope, fair, String(removed))
    return redirect(`${pathname}?done=removed`)
  }
  const state = await add(getServices(), scope, fair, form)
  return state ? data(state, { status: 400 }) : redirect(`${pathname}?done=saved`)
}
