import { useMessages } from '#app/messages/messages.ts'

/** The sentence for an error code of a form; nothing for no code. */
export function useFieldWord() {
  const words: Record<string, string> = useMessages().people.errors
  const fallback = useMessages().people.errors.unknown
  return (code: string | undefined) => (code === undefined ? undefined : (words[code] ?? fallback))
}
