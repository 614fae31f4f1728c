import type { Services } from '#app/platform/services.server.ts'

/** What read models take: the pool for hot SQL, the memo for reference data, the clock for the season. */
export type Reading = Pick<Services, 'pool' | 'memo' | 'clock'>
