import { Form } from '@remix-run/react'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { BoothsAnswer } from '../booth-forms.server.ts'
import type { Candidate } from '../booths.server.ts'
import { BoothField } from './booth-field.tsx'
import { useFairWord } from './use-fair-word.ts'

/** What came of assigning and removing; an import tells its own. */
export function BoothOutcome({ answer }: { answer: BoothsAnswer | undefined }) {
  const t = useStaffMessages().fairs.booths
  const word = useFairWord()
  if (!answer || answer.intent === 'import') return null
  const { result } = answer
  if (result === 'assigned' || result === 'removed') return <Outcome done={t.done[result]} />
  return <Outcome failure={word(result)} />
}

type AddBoothProps = { text: string; candidates: ReadonlyArray<Candidate> }

/** Finds an enterprise, then gives it a booth. */
export function AddBooth({ text, candidates }: AddBoothProps) {
  const t = useStaffMessages().fairs.booths
  return (
    <CardSection id="add" title={t.add}>
      <Form className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow">
          <InputField id="q" name="q" type="search" label={t.search} defaultValue={text} />
        </div>
        <Button kind="secondary">{t.find}</Button>
      </Form>
      {text !== '' && candidates.length === 0 ? <p className="text-sm text-muted">{t.noneFound}</p> : null}
      {candidates.length > 0 ? (
        <ul aria-label={t.found} className="grid divide-y divide-line">
          {candidates.map((candidate) => (
            <CandidateRow key={candidate.slug} candidate={candidate} />
          ))}
        </ul>
      ) : null}
      <p className="text-xs text-muted">{t.shared}</p>
    </CardSection>
  )
}

function CandidateRow({ candidate }: { candidate: Candidate }) {
  const t = useStaffMessages().fairs.booths
  const locale = useLocale()
  const name = inLocale(locale, candidate.name, candidate.nameEn)
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <span className="text-sm">
        {name}
        <span className="block text-xs text-muted">
          {inLocale(locale, candidate.divisionName, candidate.divisionNameEn)}
        </span>
      </span>
      <BoothField
        enterprise={candidate.slug}
        booth={candidate.booth}
        label={t.boothOf(name)}
        submit={candidate.booth ? t.move : t.assign}
        submitLabel={candidate.booth ? t.moveLabel(name) : t.assignLabel(name)}
      />
    </li>
  )
}
