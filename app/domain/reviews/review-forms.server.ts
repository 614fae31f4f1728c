import type { EnterpriseScope, OrganizerScope } from '#app/domain/staff/scope.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import type { Services } from '#app/platform/services.server.ts'
import { moderatePhoto, photoModerationSchema } from './moderate-photo.server.ts'
import { moderateReview, moderationSchema } from './moderate-review.server.ts'
import { replySchema, replyToReview } from './reply-to-review.server.ts'

export type ReviewAnswer = {
  isDone?: boolean
  failure?: 'changed-meanwhile'
  /** What was wrong with the form of one review. */
  form?: FormState
}

type Changing = Pick<Services, 'pool' | 'clock'>

export async function replyFromForm(
  services: Changing,
  scope: EnterpriseScope,
  form: FormData,
): Promise<ReviewAnswer> {
  const parsed = parseForm(replySchema, form)
  if (!parsed.ok) return { form: parsed }
  const replied = await replyToReview(services, scope, parsed.value)
  return replied.ok ? { isDone: true } : { failure: replied.code }
}

export async function moderateFromForm(
  services: Changing,
  scope: OrganizerScope,
  form: FormData,
): Promise<ReviewAnswer> {
  if (form.has('photo')) return moderatePhotoFromForm(services, scope, form)
  const parsed = parseForm(moderationSchema, form)
  if (!parsed.ok) return { form: parsed }
  const moderated = await moderateReview(services, scope, parsed.value)
  return moderated.ok ? { isDone: true } : { failure: moderated.code }
}

async function moderatePhotoFromForm(
  services: Changing,
  scope: OrganizerScope,
  form: FormData,
): Promise<ReviewAnswer> {
  const parsed = parseForm(photoModerationSchema, form)
  if (!parsed.ok) return { form: parsed }
  const moderated = await moderatePhoto(services, scope, parsed.value)
  return moderated.ok ? { isDone: true } : { failure: moderated.code }
}
