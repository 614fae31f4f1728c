import type { Choice } from '#app/kernel/choice.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

/** More are chosen from no list. */
const mostFairs = 200

/** Fairs whose days are known, by their name, the latest first. */
export async function listFairChoices(
  { pool }: Pick<Services, 'pool'>,
  locale: Locale,
): Promise<Array<Choice>> {
  return await sqlOn(pool).$queryRaw<Array<Choice>>`
    SELECT slug AS key, CASE WHEN ${locale === 'zh'} OR name_en = '' THEN name ELSE name_en END AS title
    FROM exhibition WHERE NOT is_month_only ORDER BY starts_at DESC, id DESC LIMIT ${mostFairs}`
}
