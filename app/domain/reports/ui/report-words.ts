import { formatLargeFen, isWholeLargeFen } from '#app/kernel/large-sums.ts'
import type { Fen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { useLocale } from '#app/ui/use-locale.ts'

/** The sentence for an error code of a report's form. */
export function useReportWord() {
  const { reports, staff } = useStaffMessages()
  const words: Record<string, string> = reports.errors
  return (code: string | undefined) =>
    code === undefined ? undefined : (words[code] ?? staff.errors.unknown)
}

/** As the press prints a sum: floored, and said to be more (7300.4余万元), unless it is exactly that. */
export function usePressSum(): (amount: Fen) => string {
  const t = useStaffMessages().reports
  const locale = useLocale()
  return (amount) => {
    const shown = formatLargeFen(amount, locale)
    return isWholeLargeFen(amount, locale) ? shown : t.figure.moreThan(shown)
  }
}
