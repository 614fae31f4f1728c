import { Form } from '@remix-run/react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { InputField, TextareaField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import type { BoothsAnswer } from '../booth-forms.server.ts'
import type { ImportedBooths } from '../import-booths.server.ts'

type ImportAnswer = Extract<BoothsAnswer, { intent: 'import' }>

/** A whole list at once, pasted or uploaded; each row that was not taken says how to mend it. */
export function ImportBooths({ answer }: { answer: ImportAnswer | undefined }) {
  const t = useStaffMessages().fairs.booths
  const isOpen = answer !== undefined
  return (
    <Card>
      <details open={isOpen}>
        <summary className="cursor-pointer py-2 font-medium text-cinnabar">{t.import}</summary>
        <div className="grid gap-4 pt-2">
          {answer?.imported ? <Imported imported={answer.imported} /> : null}
          <Outcome failure={answer?.refusal && t.refusals[answer.refusal]} />
          <Form method="post" encType="multipart/form-data" className="grid gap-4">
            <TextareaField
              id="rows"
              name="rows"
              rows={6}
              label={t.rows}
              hint={t.importText}
              defaultValue={answer?.rows}
            />
            <InputField id="file" name="file" type="file" accept=".csv,.txt,.xlsx" label={t.upload} />
            <div>
              <Button name="intent" value="import">
                {t.submit}
              </Button>
            </div>
          </Form>
        </div>
      </details>
    </Card>
  )
}

function Imported({ imported: { assigned, repeated, faults } }: { imported: ImportedBooths }) {
  const t = useStaffMessages().fairs.booths
  return (
    <>
      <Notice tone={assigned > 0 ? 'success' : 'information'} role="status">
        <p>{t.imported(assigned)}</p>
        {repeated > 0 ? <p>{t.repeated(repeated)}</p> : null}
      </Notice>
      {faults.length > 0 ? (
        <Notice tone="danger" title={t.faults(faults.length)} role="alert">
          <ul className="grid gap-1">
            {faults.slice(0, 100).map(({ row, value, code, fix }) => (
              <li key={`${row} ${value}`}>
                <span className="figures">{t.fault(row, value)}</span> · {t.codes[code]}
                {fix ? <span className="font-medium"> {t.fix(fix)}</span> : null}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  )
}
