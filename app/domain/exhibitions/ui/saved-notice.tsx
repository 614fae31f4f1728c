import { Outcome } from '#app/ui/outcome.tsx'
import { useQuery } from '#app/ui/use-query.ts'

type SavedNoticeProps = { words: Record<string, string>; isHidden?: boolean }

/** What the redirect after a form says was done. */
export function SavedNotice({ words, isHidden = false }: SavedNoticeProps) {
  const text = words[useQuery().get('done') ?? '']
  return isHidden ? null : <Outcome done={text} />
}
