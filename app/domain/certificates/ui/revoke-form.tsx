import { Form } from '@remix-run/react'
import { shanghaiDay } from '#app/kernel/clock.ts'
import type { FormState } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
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
    <details open={Boolean(state)} className="rounded-md border border-line bg-card p-4">
      <summary className="cursor-pointer py-2 text-sm text-berry">{t.revoke}</summary>
      <Form method="post" noValidate className="grid gap-3 pt-2">
        <InputField
          id="reason"
          name="reason"
          label={t.revokeReason}
          hint={t.revokeHint}
          maxLength={300}
          defaultValue={state?.values.reason}
          error={word(state?.errors.reason)}
        />
        <div>
          <Button kind="danger">{t.revoke}</Button>
        </div>
      </Form>
    </details>
  )
}
