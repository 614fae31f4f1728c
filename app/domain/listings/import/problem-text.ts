import type { Locale } from '#app/kernel/locale.ts'
import type { StaffMessages } from '#app/messages/messages.ts'
import { findColumn } from './columns.ts'
import type { RowProblem } from './read-rows.ts'

/** Column, what is wrong and how to mend it, what was written, what was probably meant. */
export function problemText(
  t: StaffMessages,
  locale: Locale,
  { column, code, value, fix }: RowProblem,
): string {
  const words: Record<string, string> = { ...t.listings.errors, ...t.importing.problems }
  const parts = [
    `${findColumn(column)?.[locale] ?? column}：${words[code] ?? t.listings.errors.unreadable}`,
    value && t.importing.written(value.slice(0, 60)),
    fix && t.importing.suggestion(fix),
  ]
  const [mark, end] = locale === 'zh' ? ['；', '。'] : ['; ', '.']
  return (parts.filter(Boolean).join(mark) + end).replace('：', locale === 'zh' ? '：' : ': ')
}
