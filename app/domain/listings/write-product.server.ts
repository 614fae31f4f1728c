import { syllablesOf } from '#app/domain/search/pinyin.ts'
import { shanghaiMonth } from '#app/kernel/clock.ts'
import { readableCode } from '#app/kernel/ids.ts'
import type { Sql } from '#app/platform/sql.server.ts'
import type { ListingDraft } from './draft.ts'
import type { Publishable } from './publish-draft.server.ts'

/** The product's own row, new or as it is now; figures and search vector follow in `refreshProduct`. */
export async function writeProduct(
  tx: Sql,
  now: Date,
  { draft, productId, productSlug, enterprise }: Publishable,
): Promise<{ id: number; slug: string }> {
  const slug = productSlug ?? newSlug(draft)
  const [product] = await tx.$queryRaw<Array<{ id: number; slug: string }>>`
    INSERT INTO product (id, slug, enterprise_id, division_code, score, search_tier, created_at, published_at, updated_at, status,
      title, title_en, subtitle, subtitle_en, description, description_en, keywords, category_code, subcategory_code, storage,
      shelf_life_days, season_months, dispatch_hours, return_rule, is_alcohol, label, certificates, gi_name, gi_authorisation,
      picture_key)
    VALUES (COALESCE(${productId}::int, nextval('product_id_seq')), ${slug}, ${enterprise.id}, ${enterprise.divisionCode},
      ${startingScore(draft, now)}, 2, ${now}, ${now}, ${now}, 'published', ${draft.title}, ${draft.titleEn},
      ${draft.subtitle}, ${draft.subtitleEn}, ${draft.description}, ${draft.descriptionEn}, ${draft.keywords}::text[],
      ${draft.categoryCode}, ${draft.subcategoryCode}, ${draft.storage}, ${draft.shelfLifeDays}, ${draft.seasonMonths}::int[],
      ${draft.dispatchHours}, ${draft.returnRule}, ${draft.isAlcohol}, ${JSON.stringify(draft.label)}::jsonb,
      ${draft.certificates}::text[], ${draft.giName || null}, ${draft.giAuthorisation || null}, ${draft.pictures[0]?.key ?? null})
    ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, status = excluded.status,
      published_at = COALESCE(product.published_at, excluded.published_at), title = excluded.title, title_en = excluded.title_en,
      subtitle = excluded.subtitle, subtitle_en = excluded.subtitle_en, description = excluded.description,
      description_en = excluded.description_en, keywords = excluded.keywords, category_code = excluded.category_code,
      subcategory_code = excluded.subcategory_code, storage = excluded.storage, shelf_life_days = excluded.shelf_life_days,
      season_months = excluded.season_months, dispatch_hours = excluded.dispatch_hours, return_rule = excluded.return_rule,
      is_alcohol = excluded.is_alcohol, label = excluded.label, certificates = excluded.certificates,
      gi_name = excluded.gi_name, gi_authorisation = excluded.gi_authorisation, picture_key = excluded.picture_key
    RETURNING id, slug`
  if (!product) throw new Error('a product that was written has no row')
  return product
}

/** Readable, and never another's: `ao-han-huang-xiao-mi-k7m2px`. */
function newSlug({ title, titleEn }: ListingDraft): string {
  const han = [...title.replace(/[^\p{Script=Han}]/gu, '')].slice(0, 8).join('')
  const words = (titleEn || syllablesOf(han).join(' ')).toLowerCase().match(/[a-z0-9]+/g) ?? []
  return [...words.slice(0, 8), readableCode(6).toLowerCase()].join('-')
}

/** 综合 of goods that nobody has bought or rated yet: what the season gives. */
function startingScore({ seasonMonths }: ListingDraft, now: Date): number {
  return seasonMonths.includes(shanghaiMonth(now)) ? 900 : 0
}
