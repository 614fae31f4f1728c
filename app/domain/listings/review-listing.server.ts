import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { parseShanghaiMinute } from '#app/kernel/clock.ts'
import { readVersion } from '#app/kernel/version.ts'
import type { Services } from '#app/platform/services.server.ts'
import { acceptListing } from './accept-listing.server.ts'
import { commentFields, returnListing, reviewComments } from './return-listing.server.ts'

export const decisions = ['accepted', 'scheduled', 'returned'] as const
export type ReviewAnswer = { done: (typeof decisions)[number] } | { failure: string }

type Reviewing = Pick<Services, 'pool' | 'clock'>

/** Carries out the form of a review: accept now or for a time, or return with comments. */
export async function reviewListing(
  services: Reviewing,
  scope: OrganizerScope,
  id: string,
  form: FormData,
): Promise<ReviewAnswer> {
  const version = readVersion(form.get('version'))
  return form.get('intent') === 'accept'
    ? await accept(services, scope, id, { version, time: String(form.get('publishAt') ?? '') })
    : await sendBack(services, scope, id, { version, form })
}

async function accept(
  services: Reviewing,
  scope: OrganizerScope,
  id: string,
  { version, time }: { version: number; time: string },
): Promise<ReviewAnswer> {
  const publishAt = time === '' ? null : parseShanghaiMinute(time)
  if (time !== '' && (!publishAt || publishAt <= services.clock.now())) return { failure: 'time-passed' }
  const accepted = await acceptListing(services, scope, id, { version, publishAt })
  if (!accepted.ok) return { failure: accepted.code }
  return { done: accepted.value.isPublished ? 'accepted' : 'scheduled' }
}

async function sendBack(
  services: Reviewing,
  scope: OrganizerScope,
  id: string,
  { version, form }: { version: number; form: FormData },
): Promise<ReviewAnswer> {
  const written = commentFields.map((field) => ({
    field,
    body: String(form.get(`comment.${field}`) ?? '').replaceAll('\0', ''),
  }))
  const comments = reviewComments.safeParse(written.filter(({ body }) => body.trim() !== ''))
  if (!comments.success) return { failure: 'unreadable' }
  const returned = await returnListing(services, scope, id, { version, comments: comments.data })
  return returned.ok ? { done: 'returned' } : { failure: returned.code }
}
