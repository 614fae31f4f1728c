import { shanghaiDay } from '#app/kernel/clock.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Notice } from '#app/ui/notice.tsx'
import { ReasonForm } from '#app/ui/reason-form.tsx'
import type { IssuedCertificate } from '../certificate-views.server.ts'
import { useCertificateWord } from './use-certificate-word.ts'

type RevokeFormProps = {
  certificate: Pick<IssuedCertificate, 'revokedAt' | 'revokeReason'>
  state: FormState | null | undefined
}

export function RevokeForm({ certificate, state }: RevokeFormProps) {
  const t = useStaffMessages().certificates
  const word = useCertificateWord()
  if (certificate.revokedAt)
    return (
      <Notice tone="danger" role="status">
        {t.revoked(shanghaiDay(new Date(certificate.revokedAt)), certificate.revokeReason ?? '')}
      </Notice>
    )
  return (
    <ReasonForm
      act={t.revoke}
      label={t.revokeReason}
      hint={t.revokeHint}
      state={state}
      error={word(state?.errors.reason)}
      className="rounded-md border border-line bg-card p-4"
    />
  )
}
