import type { ReactNode } from 'react'
import { Notice } from './notice.tsx'

type OutcomeProps = {
  /** What was done; nothing while nothing was. */
  done?: ReactNode
  /** Why it was not. */
  failure?: ReactNode
}

/** What became of the last act. */
export function Outcome({ done, failure }: OutcomeProps) {
  return (
    <>
      {done ? (
        <Notice tone="success" role="status">
          {done}
        </Notice>
      ) : null}
      {failure ? (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      ) : null}
    </>
  )
}
