import { Form } from '@remix-run/react'
import { localPath } from '#app/kernel/locale.ts'
import { certificateCheckWords } from '#app/messages/certificate-check-words.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import { useLocale } from '#app/ui/use-locale.ts'

type CodeFormProps = { typed: string; error?: string | undefined }

export function CodeForm({ typed, error }: CodeFormProps) {
  const locale = useLocale()
  const words = certificateCheckWords(locale)
  return (
    <Card>
      <Form action={localPath(locale, '/certificates')} className="grid gap-4">
        <InputField
          id="code"
          name="code"
          label={words.code}
          hint={words.codeHint}
          defaultValue={typed}
          error={error}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={24}
        />
        <div>
          <Button size="large">{words.submit}</Button>
        </div>
      </Form>
    </Card>
  )
}
