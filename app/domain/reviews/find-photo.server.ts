import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'

type Reading = Pick<Services, 'pool'>

/** Whether everybody may see it now: of a review that is shown, and not taken down itself. */
export async function isPhotoShown({ pool }: Reading, key: string): Promise<boolean> {
  const found = await sqlOn(pool).$executeRaw`
    SELECT FROM review WHERE photos @> ARRAY[${key}::text] AND status = 'published'`
  return found > 0
}

/** Whether a review has it, shown or not: only who moderates those of the whole city may ask. */
export async function isPhotoKept({ pool }: Reading, _scope: OrganizerScope, key: string): Promise<boolean> {
  const found = await sqlOn(pool).$executeRaw`
    SELECT FROM review WHERE photos @> ARRAY[${key}::text] OR hidden_photos @> ARRAY[${key}::text]`
  return found > 0
}
