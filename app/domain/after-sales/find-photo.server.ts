import { isUuid } from '#app/kernel/ids.ts'
import { type DerivationName, parsePicturePath } from '#app/platform/pictures/names.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import { type Answering, enterpriseIdOf } from './lock-request.server.ts'

type Reading = Pick<Services, 'pool'>
/** As an address says it: a request's id, and `<key>-<width>.<format>`. */
type AskedPhoto = { request?: string; file?: string }

/** The photo of a request of somebody's reach, for whoever answers it; null when there is none. */
export async function findAnsweredPhoto(
  { pool }: Reading,
  scope: Answering,
  { request = '', file = '' }: AskedPhoto,
): Promise<DerivationName | null> {
  const name = nameOf(request, file)
  if (!name) return null
  const enterpriseId = enterpriseIdOf(scope)
  const found = await sqlOn(pool).$executeRaw`
    SELECT FROM after_sale WHERE id = ${request}::uuid AND ${name.key}::text = ANY(photos)
      AND (enterprise_id = ${enterpriseId}::int OR ${enterpriseId}::int IS NULL AND escalated_at IS NOT NULL)`
  return found > 0 ? name : null
}

/** The same for whoever has the link of its order. */
export async function findBuyersPhoto(
  { pool }: Reading,
  token: string,
  { request = '', file = '' }: AskedPhoto,
): Promise<DerivationName | null> {
  const name = nameOf(request, file)
  if (!name) return null
  const found = await sqlOn(pool).$executeRaw`
    SELECT FROM after_sale a JOIN order_line l ON l.id = a.order_line_id JOIN shop_order o ON o.id = l.order_id
      JOIN order_group g ON g.id = o.group_id
    WHERE a.id = ${request}::uuid AND g.token = ${token} AND ${name.key}::text = ANY(a.photos)`
  return found > 0 ? name : null
}

function nameOf(request: string, file: string): DerivationName | null {
  return isUuid(request) ? parsePicturePath(`/pictures/${file}`) : null
}
