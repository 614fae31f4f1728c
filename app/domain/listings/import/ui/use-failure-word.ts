import { useStaffMessages } from '#app/messages/messages.ts'

/** The sentence for why an import cannot go on. */
export function useFailureWord() {
  const words: Record<string, string> = useStaffMessages().importing.failures
  return (code: string) => words[code] ?? words.unexpected
}
