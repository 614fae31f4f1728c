import { useStaffMessages } from '#app/messages/messages.ts'

/** The sentence for an error code of a staff form; nothing for no code. */
export function useStaffWord() {
  const words: Record<string, string> = useStaffMessages().staff.errors
  return (code: string | undefined) => (code === undefined ? undefined : (words[code] ?? words.unknown))
}
