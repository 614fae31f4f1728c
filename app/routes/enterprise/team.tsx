import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeTeam } from '#app/domain/staff/team-forms.server.ts'
import { findTeam } from '#app/domain/staff/team-views.server.ts'
import { InviteMemberForm } from '#app/domain/staff/ui/invite-member-form.tsx'
import { InvitationList, MemberList } from '#app/domain/staff/ui/team-list.tsx'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useQuery } from '#app/ui/use-query.ts'

export { readAnewOvertaken as shouldRevalidate } from '#app/platform/overtaken-page.ts'
export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'manage-team')
  const team = await findTeam(getServices(), scope)
  return { title: pageTitle(request, (t) => t.team.page.title), ...team }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'manage-team')
  const locale = localeOf(new URL(request.url).pathname)
  const answer = await changeTeam(getServices(), scope, await request.formData(), locale)
  // Whoever has left, or is no owner any more, may not see this page again.
  if (answer.hasLeft) return redirect(localPath(locale, '/staff'))
  if (answer.invited) return redirect(`${new URL(request.url).pathname}?invited=${answer.invited}`)
  if (answer.failure) return data(answer, { status: 409 })
  return data(answer, { status: answer.form ? 400 : 200 })
}

export default function Team() {
  const t = useStaffMessages().team.page
  const { members, invitations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const invited = useQuery().get('invited')
  const newcomer = invitations.find(({ id }) => id === invited)
  const word = useStaffWord()
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <div className="grid gap-6">
        <Outcome
          done={answer ? answer.done && t[answer.done] : newcomer && t.invited(newcomer.name)}
          failure={answer?.failure && word(answer.failure)}
        />
        <MemberList members={members} />
        <InvitationList invitations={invitations} />
        <InviteMemberForm key={invited} state={answer?.form} />
      </div>
    </>
  )
}
