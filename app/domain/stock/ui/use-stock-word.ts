import { useStaffMessages } from '#app/messages/messages.ts'

/** The sentence for a code of a stock form; nothing for no code. */
export function useStockWord() {
  const { errors } = useStaffMessages().stock
  const known: Record<string, string | ((count: number) => string)> = errors
  return (code: string | undefined, count = 0): string | undefined => {
    if (code === undefined) return undefined
    const word = known[code] ?? errors.unknown
    return typeof word === 'string' ? word : word(count)
  }
}
