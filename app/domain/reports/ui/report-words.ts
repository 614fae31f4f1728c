import { formatLargeFen } from '#app/kernel/large-sums.ts'
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
    const step = amount >= 10_000_000_000 ? 100_000_000 : amount >= 1_000_000 ? 100_000 : 100
    const shown = formatLargeFen(amount, locale)
    return amount % step === 0 ? shown : t.figure.moreThan(shown)
  }
}
