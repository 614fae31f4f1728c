import { useStaffMessages } from '#app/messages/messages.ts'

/** The sentence for an error code of a fair's form; nothing for no code. */
export function useFairWord() {
  const { fairs, joining, staff } = useStaffMessages()
  const words: Record<string, string> = { ...joining.errors, ...staff.errors, ...fairs.errors }
  return (code: string | undefined) =>
    code === undefined ? undefined : (words[code] ?? staff.errors.unknown)
}
