import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useLocation } from '@remix-run/react'
import {
  type AcceptRefusal,
  acceptInvitation,
  findInvitation,
} from '#app/domain/staff/accept-invitation.server.ts'
import { newAccountSchema } from '#app/domain/staff/invitation-forms.ts'
import { JoinAsYourself, NewAccountForm, OtherAccount } from '#app/domain/staff/ui/invitation-forms.tsx'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { type FormState, formValues, parseForm } from '#app/kernel/form.ts'
import { barePath } from '#app/kernel/locale.ts'
import { success } from '#app/kernel/result.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { requireLink } from '#app/platform/follow-link.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { deviceOf, enterDesk, findStaff } from '#app/platform/staff-session.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'
export { PageError as ErrorBoundary } from '#app/ui/error-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const invitation = await requireLink(args, findInvitation)
  const staff = await findStaff(args.request)
  const self = staff?.isVerified ? { name: staff.scope.name, login: staff.scope.login } : null
  return { title: pageTitle(args.request, (t) => t.team.invitation.title), invitation, self }
}

export async function action(args: ActionFunctionArgs) {
  const { request, params } = args
  const { path } = await requireLink(args, findInvitation)
  const form = await request.formData()
  const joiner = await readJoiner(request, form)
  if (!joiner.ok) return refuse(form, joiner.errors)
  const command = { token: params.token ?? '', joiner: joiner.value, device: deviceOf(request) }
  const joined = await acceptInvitation(getServices(), command)
  return joined.ok ? enterDesk(request, joined.value, path) : refuse(form, { [fieldOf(joined)]: joined.code })
}

/** Somebody signed in who joins as themselves, or somebody new. */
async function readJoiner(request: Request, form: FormData) {
  const staff = form.get('intent') === 'join' ? await findStaff(request) : null
  if (staff?.isVerified) return success({ scope: staff.scope })
  const parsed = parseForm(newAccountSchema, form)
  return parsed.ok ? success({ account: parsed.value }) : parsed
}

/** The password is not sent back. */
function refuse(form: FormData, errors: Record<string, string>) {
  const { password: _, ...values } = formValues(form)
  return data<FormState>({ values, errors }, { status: 400 })
}

function fieldOf({ code }: AcceptRefusal): string {
  if (code === 'login-taken') return 'login'
  return code.startsWith('password') ? 'password' : 'form'
}

export default function InvitationPage() {
  const words = useStaffMessages()
  const t = words.team.invitation
  const word = useStaffWord()
  const { invitation, self } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const back = barePath(useLocation().pathname)
  if (invitation.state !== 'open') return <Over state={invitation.state} />
  const { place, role, name } = invitation
  return (
    <main className="page max-w-text pb-12">
      <PageHeading
        title={t.title}
        text={t.text(place || words.staff.workplaces.organizer, words.staff.roles[role])}
      />
      <div className="grid gap-4">
        <Outcome failure={answer?.errors.form && word(answer.errors.form)} />
        {self ? <JoinAsYourself {...self} /> : <NewAccountForm name={name} state={answer} />}
      </div>
      {self ? (
        <OtherAccount title="" link={t.other} back={back} />
      ) : (
        <OtherAccount title={t.haveAccount} link={t.signInFirst} back={back} />
      )}
    </main>
  )
}

function Over({ state }: { state: 'used' | 'expired' | 'revoked' }) {
  const words = useStaffMessages()
  const [title, text] = words.team.invitation.over[state]
  return (
    <main className="page">
      <EmptyState title={title} text={text}>
        <ButtonLink to="/staff/sign-in">{words.staff.signIn.title}</ButtonLink>
      </EmptyState>
    </main>
  )
}
