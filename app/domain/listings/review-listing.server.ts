import { z } from 'zod'
import { reasonField } from '#app/domain/staff/reason-field.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { parseShanghaiMinute } from '#app/kernel/clock.ts'
import { type FormState, formValues, parseForm } from '#app/kernel/form.ts'
import { readVersion } from '#app/kernel/version.ts'
import type { Services } from '#app/platform/services.server.ts'
import { acceptListing } from './accept-listing.server.ts'
import { barListing, liftBar } from './bar-listing.server.ts'
import { commentFields, returnListing, reviewComments } from './return-listing.server.ts'

export const decisions = ['accepted', 'scheduled', 'returned', 'barred', 'lifted'] as const
export type ReviewAnswer =
  | { done: (typeof decisions)[number] }
  /** With what was typed, for a page that is drawn anew; `bar` is the form of a reason. */
  | { failure: string; typed: Record<string, string>; bar?: FormState }

type Reviewing = Pick<Services, 'pool' | 'clock'>
type Command = { scope: OrganizerScope; id: string; values: Record<string, string> }

/** Carries out a form of a reviewer: accept now or for a time, return with comments, take down, or let it be sold again. */
export async function reviewListing(
  services: Reviewing,
  scope: OrganizerScope,
  id: string,
  form: FormData,
): Promise<ReviewAnswer> {
  const values = formValues(form)
  const command = { scope, id, values }
  switch (values.intent) {
    case 'bar':
    case 'lift-bar':
      return await bar(services, command, form)
    case 'accept':
    case 'accept-unsaid':
      return await accept(services, command)
    default:
      return await sendBack(services, command)
  }
}

async function accept(services: Reviewing, { scope, id, values }: Command): Promise<ReviewAnswer> {
  const refused = (failure: string) => ({ failure, typed: values })
  const { version, publishAt: time = '', intent } = values
  // Comments go only with what is returned: whoever wrote some is asked, and says so with a button of its own.
  if (intent === 'accept' && commentsIn(values).length > 0) return refused('comments-unsent')
  const publishAt = time === '' ? null : parseShanghaiMinute(time)
  if (time !== '' && (!publishAt || publishAt <= services.clock.now())) return refused('time-passed')
  const accepted = await acceptListing(services, scope, id, {
    version: readVersion(version ?? null),
    publishAt,
  })
  if (!accepted.ok) return refused(accepted.code)
  return { done: accepted.value.isPublished ? 'accepted' : 'scheduled' }
}

async function sendBack(services: Reviewing, { scope, id, values }: Command): Promise<ReviewAnswer> {
  const comments = reviewComments.safeParse(commentsIn(values))
  if (!comments.success) return { failure: 'unreadable', typed: values }
  const version = readVersion(values.version ?? null)
  const returned = await returnListing(services, scope, id, { version, comments: comments.data })
  return returned.ok ? { done: 'returned' } : { failure: returned.code, typed: values }
}

function commentsIn(values: Record<string, string>) {
  const written = commentFields.map((field) => ({ field, body: values[`comment.${field}`] ?? '' }))
  return written.filter(({ body }) => body.trim() !== '')
}

async function bar(
  services: Reviewing,
  { scope, id, values }: Command,
  form: FormData,
): Promise<ReviewAnswer> {
  const said = parseForm(z.object({ reason: reasonField }), form)
  if (!said.ok) return { failure: 'reason-needed', typed: values, bar: said }
  const isBar = values.intent === 'bar'
  const decided = await (isBar ? barListing : liftBar)(services, scope, id, said.value.reason)
  if (decided.ok) return { done: isBar ? 'barred' : 'lifted' }
  return { failure: decided.code, typed: values, bar: { values, errors: {} } }
}
