import { Form } from '@remix-run/react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField } from '#app/ui/field.tsx'
import { useStaffWord } from './use-staff-word.ts'

type SetUpFormProps = {
  secret: string
  /** The QR code as SVG. */
  qr: string
  failure: string | undefined
}

export function SetUpForm({ secret, qr, failure }: SetUpFormProps) {
  const t = useStaffMessages().staff.setUp
  const word = useStaffWord()
  const readable = secret.replace(/(.{4})/g, '$1 ').trim()
  return (
    <Form method="post" noValidate className="grid gap-4">
      <img
        src={`data:image/svg+xml;utf8,${encodeURIComponent(qr)}`}
        alt={t.qr}
        width={208}
        height={208}
        className="justify-self-center rounded-sm border border-line bg-white"
      />
      <p className="text-sm text-muted">
        {t.secret}
        <code className="mt-1 block break-all text-base text-ink">{readable}</code>
      </p>
      <input type="hidden" name="secret" value={secret} />
      <InputField
        id="code"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        label={t.code}
        error={word(failure)}
      />
      <Button size="large" wide>
        {t.submit}
      </Button>
    </Form>
  )
}
