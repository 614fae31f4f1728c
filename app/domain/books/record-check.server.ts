import type { Services } from '#app/platform/services.server.ts'
import { sqlOn } from '#app/platform/sql.server.ts'
import type { BookCheckKind } from './book-check.ts'

type Checked = { differences: number; detail: object; day?: string }

/** Runs a check and keeps its result, with or without differences: that nothing was found is a result, too. */
export async function recordCheck<Result extends Checked>(
  { pool, clock }: Pick<Services, 'pool' | 'clock'>,
  kind: BookCheckKind,
  check: () => Promise<Result>,
): Promise<Result> {
  const began = performance.now()
  const result = await check()
  const took = Math.round(performance.now() - began)
  await sqlOn(pool).$executeRaw`
    INSERT INTO book_check (kind, day, differences, detail, checked_at, took_ms)
    VALUES (${kind}, ${result.day ?? null}::date, ${result.differences}, ${JSON.stringify(result.detail)}::jsonb, ${clock.now()},
      ${took})`
  return result
}
