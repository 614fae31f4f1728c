import type { Choice } from '#app/kernel/choice.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

/** More are chosen from no list. */
const mostEnterprises = 5_000

/** Every enterprise, by its name. */
export async function listEnterpriseChoices(
  { pool }: Pick<Services, 'pool'>,
  locale: Locale,
): Promise<Array<Choice>> {
  return await sqlOn(pool).$queryRaw<Array<Choice>>`
    SELECT slug AS key, CASE WHEN ${locale === 'zh'} OR name_en = '' THEN name ELSE name_en END AS title
    FROM enterprise ORDER BY id LIMIT ${mostEnterprises}`
}
