import { Form, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { localPath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card, CardSection } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { FaultyRow, ImportView } from '../import-views.server.ts'
import { problemText } from '../problem-text.ts'
import { MappingForm } from './mapping-form.tsx'
import { useFailureWord } from './use-failure-word.ts'

type Job = ImportView['job']
type Props = { path: string; job: Job; faults: ReadonlyArray<FaultyRow>; failure: string | undefined }

export function JobPage({ path, job, faults, failure }: Props) {
  const word = useFailureWord()
  const why = failure ?? job.failure
  const isOpen = job.status === 'checked' || (job.status === 'failed' && job.doneRows === 0)
  return (
    <div className="grid grid-cols-1 gap-4">
      <Outcome failure={why && word(why)} />
      <State path={path} job={job} />
      {faults.length > 0 ? <Faults path={path} rows={faults} /> : null}
      {isOpen ? <PhotosForm /> : null}
      {isOpen ? <MappingForm columns={job.columns} isOpen={job.status === 'failed'} /> : null}
    </div>
  )
}

function State({ path, job }: Pick<Props, 'path' | 'job'>) {
  const t = useStaffMessages().importing
  const sound = job.totalRows - job.faultyRows
  switch (job.status) {
    case 'checking':
      return <Progress path={path} text={t.waiting} done={0} all={0} />
    case 'committing':
      return <Progress path={path} text={t.progress(job.doneRows, sound)} done={job.doneRows} all={sound} />
    case 'done':
      return <Notice tone="success">{t.finished(job.createdRows, job.changedRows)}</Notice>
    default:
      return <Expected job={job} sound={sound} />
  }
}

/** Looks again by itself where a script runs; else by the link. */
function Progress({ path, text, done, all }: { path: string; text: string; done: number; all: number }) {
  const t = useStaffMessages().importing
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(revalidate, 1_500)
    return () => clearInterval(timer)
  }, [revalidate])
  return (
    <Card className="grid gap-3">
      <p role="status">{text}</p>
      <progress
        className="w-full text-cinnabar"
        aria-label={t.states.committing}
        {...(all > 0 && { value: done, max: all })}
      />
      <div>
        <ButtonLink to={path} kind="secondary">
          {t.refresh}
        </ButtonLink>
      </div>
    </Card>
  )
}

function Expected({ job, sound }: { job: Job; sound: number }) {
  const t = useStaffMessages().importing
  const { preview } = job.columns
  if (job.totalRows === 0) return null
  return (
    <Card className="grid gap-3">
      {preview ? (
        <p className="figures">{t.expected(preview.created, preview.changed, preview.unchanged)}</p>
      ) : null}
      <p className={`figures ${job.faultyRows > 0 ? 'text-berry' : 'text-grass'}`}>
        {job.faultyRows > 0 ? t.faulty(job.faultyRows) : t.allSound}
      </p>
      {sound > 0 ? (
        <Form method="post" className="grid gap-2">
          <div>
            <Button size="large" name="intent" value="commit">
              {job.status === 'failed' ? t.resume : t.commit(sound)}
            </Button>
          </div>
          <p className="text-sm text-muted">{t.commitHint}</p>
        </Form>
      ) : null}
    </Card>
  )
}

function Faults({ path, rows }: { path: string; rows: ReadonlyArray<FaultyRow> }) {
  const t = useStaffMessages()
  const locale = useLocale()
  return (
    <CardSection id="faults" title={t.importing.faults}>
      <p className="grid gap-1 text-sm text-muted">
        <a
          href={localPath(locale, `${path}/corrected.xlsx`)}
          className="inline-flex min-h-11 items-center text-cinnabar underline underline-offset-4"
        >
          {t.importing.corrected}
        </a>
        {t.importing.correctedHint}
      </p>
      <ul className="grid gap-3">
        {rows.map(({ row, cells, problems }) => (
          <li key={row} className="grid gap-1 border-line border-t pt-3">
            <p className="flex flex-wrap gap-x-3 font-medium">
              <span className="figures">{t.importing.row(row)}</span>
              <span className="min-w-0 break-words" translate="no">
                {(cells.title ?? cells['variant.sku'] ?? '').slice(0, 60)}
              </span>
            </p>
            <ul className="grid gap-1 text-sm">
              {problems.map((problem) => (
                <li key={`${problem.column} ${problem.code}`} className="break-words">
                  {problemText(t, locale, problem)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </CardSection>
  )
}

function PhotosForm() {
  const t = useStaffMessages().importing
  return (
    <Card>
      <Form method="post" encType="multipart/form-data" className="grid grid-cols-1 gap-3">
        <InputField
          id="photos"
          name="photos"
          type="file"
          label={t.morePhotos}
          hint={t.photosHint}
          accept=".zip"
          required
        />
        <div>
          <Button kind="secondary" name="intent" value="photos">
            {t.addPhotos}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
