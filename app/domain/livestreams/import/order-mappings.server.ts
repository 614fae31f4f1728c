import { z } from 'zod'
import { timeOrderedId } from '#app/kernel/ids.ts'
import type { HeadingMap } from '#app/platform/sheets/map-headings.ts'
import type { Sql } from '#app/platform/sql.server.ts'

type OrderMapping = { name: string; columns: HeadingMap }
const mostKept = 20

/** What was said before of the headings of exports, the latest first. */
export async function listOrderMappings(sql: Sql): Promise<Array<OrderMapping>> {
  const rows = await sql.$queryRaw<Array<{ name: string; columns: unknown }>>`
    SELECT name, columns FROM platform_mapping WHERE platform = 'douyin' ORDER BY updated_at DESC LIMIT ${mostKept}`
  return rows.map(({ name, columns }) => ({ name, columns: z.record(z.string(), z.string()).parse(columns) }))
}

export async function saveOrderMapping(tx: Sql, now: Date, { name, columns }: OrderMapping): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO platform_mapping (id, platform, name, columns, updated_at)
    VALUES (${timeOrderedId(now)}::uuid, 'douyin', ${name}, ${JSON.stringify(columns)}::jsonb, ${now})
    ON CONFLICT (platform, name) DO UPDATE SET columns = excluded.columns, updated_at = excluded.updated_at`
}
