import type { Choice } from '#app/kernel/choice.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

const mostFairs = 200

/** The fairs that have something to replay, the latest first. */
export async function listReplays({ pool }: Pick<Services, 'pool'>, locale: Locale): Promise<Array<Choice>> {
  return await sqlOn(pool).$queryRaw<Array<Choice>>`
    SELECT slug AS key, CASE WHEN ${locale === 'zh'} OR name_en = '' THEN name ELSE name_en END AS title
    FROM exhibition x WHERE EXISTS (SELECT FROM sale_entry WHERE exhibition_id = x.id)
    ORDER BY starts_at DESC, id DESC LIMIT ${mostFairs}`
}
