import { exhibitionsTag } from '#app/domain/catalog/tags.ts'
import { writeAudit } from '#app/domain/staff/audit.server.ts'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type Failure, failure, type Result, success } from '#app/kernel/result.ts'
import { publishTags } from '#app/platform/bus.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { withTransaction } from '#app/platform/sql.server.ts'
import { type FairFacts, windowOf } from './fair-form.ts'
import { type FairRecord, readFair } from './fair-record.server.ts'

type Saving = Pick<Services, 'pool' | 'clock'>

export async function createFair(
  { pool, clock }: Saving,
  scope: OrganizerScope,
  fair: FairFacts & { slug: string },
): Promise<Result<null, Failure<'fair-slug-taken'>>> {
  const now = clock.now()
  const { startsAt, endsAt } = windowOf(fair)
  return await withTransaction(pool, async (tx) => {
    const created = await tx.$executeRaw`
      INSERT INTO exhibition (slug, name, name_en, kind, city, city_en, venue, venue_en, starts_at, ends_at, summary,
        summary_en, printed_figures, is_published, has_public_figure)
      VALUES (${fair.slug}, ${fair.name}, ${fair.nameEn}, ${fair.kind}, ${fair.city}, ${fair.cityEn}, ${fair.venue},
        ${fair.venueEn}, ${startsAt}, ${endsAt}, ${fair.summary}, ${fair.summaryEn}, '[]', ${fair.isPublished},
        ${fair.hasPublicFigure})
      ON CONFLICT (slug) DO NOTHING`
    if (created === 0) return failure('fair-slug-taken')
    await writeAudit(tx, now, scope, { action: 'create-fair', subject: ['fair', fair.slug], after: fair })
    await publishTags(tx, [exhibitionsTag])
    return success(null)
  })
}

/** Somebody else saved first: their version, to be compared with one's own. */
type Overtaken = { ok: false; code: 'changed-meanwhile'; detail: FairRecord }

/** @param seen the version that the form was opened at: whoever saves second is told, and overwrites nothing */
export async function editFair(
  { pool, clock }: Saving,
  scope: OrganizerScope,
  { slug, seen, facts }: { slug: string; seen: number; facts: FairFacts },
): Promise<Result<null, Overtaken | Failure<'not-found'>>> {
  const now = clock.now()
  const { startsAt, endsAt } = windowOf(facts)
  return await withTransaction(pool, async (tx) => {
    const before = await readFair(tx, slug, now)
    if (!before) return failure('not-found')
    const saved = await tx.$executeRaw`
      UPDATE exhibition SET name = ${facts.name}, name_en = ${facts.nameEn}, kind = ${facts.kind}, city = ${facts.city},
        city_en = ${facts.cityEn}, venue = ${facts.venue}, venue_en = ${facts.venueEn}, starts_at = ${startsAt},
        ends_at = ${endsAt}, is_month_only = is_month_only AND starts_at = ${startsAt} AND ends_at = ${endsAt},
        summary = ${facts.summary}, summary_en = ${facts.summaryEn}, is_published = ${facts.isPublished},
        has_public_figure = ${facts.hasPublicFigure}, version = version + 1
      WHERE id = ${before.id} AND version = ${seen}`
    if (saved === 0) return failure('changed-meanwhile', (await readFair(tx, slug, now)) ?? before)
    await writeAudit(tx, now, scope, {
      action: 'edit-fair',
      subject: ['fair', slug],
      ...difference(before, facts),
    })
    await publishTags(tx, [exhibitionsTag])
    return success(null)
  })
}

/** Only what is different. */
function difference(before: FairFacts, after: FairFacts): { before: object; after: object } {
  const keys = changedFacts(before, after)
  const pick = (facts: FairFacts) => Object.fromEntries(keys.map((key) => [key, facts[key]]))
  return { before: pick(before), after: pick(after) }
}

export function changedFacts(before: FairFacts, after: FairFacts): Array<keyof FairFacts> {
  return (Object.keys(after) as Array<keyof FairFacts>).filter((key) => before[key] !== after[key])
}
