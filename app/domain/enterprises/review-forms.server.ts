import { z } from 'zod'
import { reasonField } from '#app/domain/staff/reason-field.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import { readVersion } from '#app/kernel/version.ts'
import type { Services } from '#app/platform/services.server.ts'
import { approveApplication } from './approve-application.server.ts'
import { recommendApplication, rejectApplication, returnApplication } from './review-application.server.ts'
import { sendApplicationLink } from './send-application-link.server.ts'
import { approvalSchema } from './terms.ts'

export type ReviewAnswer = {
  done?: 'recommended' | 'returned' | 'approved' | 'rejected' | 'link-sent'
  failure?: string
  /** What was wrong with the form of an act. */
  form?: FormState & { intent: string }
}

const reasonSchema = z.object({ reason: reasonField })

/** Carries out what a form of an application's page asks for. */
export async function reviewApplication(
  services: Pick<Services, 'pool' | 'clock' | 'env' | 'limits'>,
  scope: OrganizerScope,
  id: string,
  form: FormData,
): Promise<ReviewAnswer> {
  const intent = String(form.get('intent') ?? '')
  const version = readVersion(form.get('version'))
  if (intent === 'recommend')
    return answerOf('recommended', await recommendApplication(services, scope, { id, version }))
  if (intent === 'send-link') return answerOf('link-sent', await sendApplicationLink(services, scope, id))
  if (intent === 'approve') {
    const approval = parseForm(approvalSchema, form)
    if (!approval.ok) return { form: { ...approval, intent } }
    const approved = await approveApplication(services, scope, { id, version, ...approval.value })
    if (approved.ok || approved.code !== 'slug-taken') return answerOf('approved', approved)
    return { form: { intent, values: approval.values, errors: { slug: approved.code } } }
  }
  if (intent !== 'return' && intent !== 'reject') return {}
  const said = parseForm(reasonSchema, form)
  if (!said.ok) return { form: { ...said, intent } }
  const command = { id, version, reason: said.value.reason }
  return intent === 'return'
    ? answerOf('returned', await returnApplication(services, scope, command))
    : answerOf('rejected', await rejectApplication(services, scope, command))
}

function answerOf(
  done: ReviewAnswer['done'] & string,
  result: { ok: true } | { ok: false; code: string },
): ReviewAnswer {
  return result.ok ? { done } : { failure: result.code }
}
