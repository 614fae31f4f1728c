import { useStaffMessages } from '#app/messages/messages.ts'
import type { CellProblem } from '../import/read-cell.ts'
import type { MappingRefusal, UploadRefusal } from '../import/start-platform-import.server.ts'
import type { MatchRefusal } from '../match-product.server.ts'
import type { TakeBackRefusal } from '../take-back.server.ts'

type Refusal = (UploadRefusal | MappingRefusal | MatchRefusal | TakeBackRefusal)['code']
type Code =
  | Refusal
  | CellProblem
  | 'differs-from-first'
  | 'amount-differs'
  | 'nothing-chosen'
  | 'reason-needed'
  | 'too-long'
  | 'unexpected'

/** The sentence for why an export is not imported, a row of it not read, or a product not matched. */
export function useImportWord() {
  const words: Record<Code, string> = useStaffMessages().livestreams.import.failures
  return (code: string) => Object.entries(words).find(([known]) => known === code)?.[1] ?? words.unexpected
}
