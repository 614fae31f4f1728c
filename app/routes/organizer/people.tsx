import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listDivisionNames } from '#app/domain/catalog/list-division-names.server.ts'
import { changePeople } from '#app/domain/staff/people-forms.server.ts'
import { listInvitations, listPeople } from '#app/domain/staff/people-views.server.ts'
import { InviteOrganizerForm } from '#app/domain/staff/ui/invite-organizer-form.tsx'
import { PageTurner } from '#app/domain/staff/ui/page-turner.tsx'
import { PeopleList } from '#app/domain/staff/ui/people-list.tsx'
import { PeopleSearch } from '#app/domain/staff/ui/people-search.tsx'
import { InvitationList } from '#app/domain/staff/ui/team-list.tsx'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { localeOf } from '#app/kernel/locale.ts'
import { queryText } from '#app/kernel/query-text.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useQuery } from '#app/ui/use-query.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'manage-staff')
  const { pathname, searchParams } = new URL(request.url)
  const filter = {
    text: queryText(searchParams, 'q'),
    isEverybody: searchParams.get('who') === 'everybody',
  }
  const locale = localeOf(pathname)
  const people = await listPeople(getServices(), locale, { ...filter, after: searchParams.get('after') })
  const divisions = await listDivisionNames(getServices(), locale)
  const invitations = await listInvitations(getServices(), scope, locale)
  return { title: pageTitle(request, (t) => t.team.people.title), filter, people, divisions, invitations }
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await requireOrganizer(request, 'manage-staff')
  const locale = localeOf(new URL(request.url).pathname)
  const answer = await changePeople(getServices(), scope, await request.formData(), locale)
  if (answer.invited) return redirect(`${new URL(request.url).pathname}?invited=${answer.invited}`)
  return data(answer, { status: answer.done ? 200 : 400 })
}

export default function People() {
  const { people: t, page } = useStaffMessages().team
  const { filter, people, divisions, invitations } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const word = useStaffWord()
  const invited = useQuery().get('invited')
  const newcomer = invitations.find(({ id }) => id === invited)
  return (
    <>
      <PageHeading title={t.title} text={t.text} />
      <div className="grid gap-6">
        <Outcome
          done={answer ? answer.done && t.done[answer.done] : newcomer && page.invited(newcomer.name)}
          failure={answer?.failure && word(answer.failure)}
        />
        <PeopleSearch {...filter} />
        {people.items.length > 0 ? (
          <PeopleList
            people={people.items}
            divisions={divisions}
            refused={answer?.person}
            refusedRole={answer?.role}
          />
        ) : (
          <EmptyState title={t.none} text={t.noneText} />
        )}
        <PageTurner next={people.next} />
        <InvitationList invitations={invitations} />
        <InviteOrganizerForm key={invited} divisions={divisions} state={answer?.form} />
      </div>
    </>
  )
}
