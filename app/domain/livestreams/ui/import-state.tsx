import { Form, useRevalidator } from '@remix-run/react'
import { type ReactNode, useEffect } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card, CardSection } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { PlatformImport } from '../import/platform-import.server.ts'
import { useImportWord } from './use-import-word.ts'

type JobProps = {
  job: Pick<PlatformImport, 'id' | 'status' | 'totalRows' | 'doneRows' | 'newRows' | 'changedRows'>
}

/** How far it is, what came of it, and what a person must do. */
export function ImportState({ job }: JobProps) {
  const t = useStaffMessages().livestreams.import
  if (job.status === 'running') return <Progress job={job} />
  if (job.status === 'done')
    return (
      <Notice tone="success">
        {t.finished(job.newRows, job.changedRows, job.totalRows - job.newRows - job.changedRows)}
      </Notice>
    )
  if (job.status === 'mapping') return <Notice tone="warning">{t.unknown}</Notice>
  return (
    <Card className="grid grid-cols-1 gap-3">
      <p className="text-berry">{t.failures.unexpected}</p>
      <Form method="post">
        <Button name="intent" value="resume">
          {t.resume}
        </Button>
      </Form>
    </Card>
  )
}

/** Looks again by itself where a script runs; else by the link. */
function Progress({ job }: JobProps) {
  const t = useStaffMessages().livestreams.import
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(revalidate, 1_500)
    return () => clearInterval(timer)
  }, [revalidate])
  return (
    <Card className="grid grid-cols-1 gap-3">
      <p role="status" className="figures">
        {t.progress(job.doneRows, job.totalRows)}
      </p>
      <progress
        className="w-full text-cinnabar"
        aria-label={t.states.running}
        value={job.doneRows}
        max={Math.max(1, job.totalRows)}
      />
      <div>
        <ButtonLink to={`/organizer/livestreams/import/${job.id}`} kind="secondary">
          {t.refresh}
        </ButtonLink>
      </div>
    </Card>
  )
}

type Problems = Pick<PlatformImport, 'problems' | 'faultyRows'>

/** Rows that were not imported, with what to mend; and those that say otherwise than the ledger, which keeps its amount. */
export function RowProblems({ job: { problems, faultyRows } }: { job: Problems }) {
  const t = useStaffMessages().livestreams.import
  const faulty = problems.filter(({ code }) => code !== 'amount-differs')
  const differing = problems.filter(({ code }) => code === 'amount-differs')
  return (
    <>
      <ProblemList id="problems" title={t.problems(faultyRows)} problems={faulty}>
        {faultyRows > faulty.length ? t.moreProblems : null}
      </ProblemList>
      <ProblemList id="differing" title={t.differing(differing.length)} problems={differing} />
    </>
  )
}

type ProblemListProps = { id: string; title: string; problems: Problems['problems']; children?: ReactNode }

function ProblemList({ id, title, problems, children }: ProblemListProps) {
  const t = useStaffMessages().livestreams.import
  const word = useImportWord()
  if (problems.length === 0) return null
  return (
    <CardSection id={id} title={title}>
      <ul className="grid grid-cols-1 divide-y divide-line">
        {problems.map(({ row, column, value, code }) => (
          <li key={`${row} ${code}`} className="grid gap-1 py-2 text-sm">
            <p className="flex flex-wrap gap-x-3">
              <span className="figures font-medium">{t.row(row)}</span>
              <span translate="no">{column}</span>
              <span className="break-all text-muted" translate="no">
                {value}
              </span>
            </p>
            <p>{word(code)}</p>
          </li>
        ))}
      </ul>
      {children ? <p className="text-sm text-muted">{children}</p> : null}
    </CardSection>
  )
}
