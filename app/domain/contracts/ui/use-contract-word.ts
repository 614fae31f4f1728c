import { useStaffMessages } from '#app/messages/messages.ts'

/** The sentence for an error code of a contract's form; `left` is what may still be recorded. */
export function useContractWord(left = '') {
  const { contracts, staff } = useStaffMessages()
  const words: Record<string, string | ((left: string) => string)> = contracts.errors
  return (code: string | undefined): string | undefined => {
    if (code === undefined) return undefined
    const word = words[code] ?? staff.errors.unknown
    return typeof word === 'string' ? word : word(left)
  }
}
