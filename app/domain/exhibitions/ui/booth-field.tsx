import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'

type BoothFieldProps = {
  enterprise: string
  booth: string | null
  label: string
  submit: string
  submitLabel: string
}

/** A booth's number to be changed. What was seen goes along: whoever moves a booth second is told. */
export function BoothField({ enterprise, booth, label, submit, submitLabel }: BoothFieldProps) {
  return (
    <Form method="post" className="flex items-center gap-2">
      <input type="hidden" name="enterprise" value={enterprise} />
      <input type="hidden" name="was" value={booth ?? ''} />
      <input
        key={booth}
        name="booth"
        defaultValue={booth ?? ''}
        aria-label={label}
        autoComplete="off"
        className="figures min-h-11 w-24 rounded-sm border border-line-deep bg-card px-3 text-base"
      />
      <Button name="intent" value="assign" kind="secondary" aria-label={submitLabel}>
        {submit}
      </Button>
    </Form>
  )
}
