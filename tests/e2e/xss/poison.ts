import type pg from 'pg'

/** Every column whose words come from a person, an enterprise or an organizer, and get to a page. */
const columns: Readonly<Record<string, ReadonlyArray<string>>> = {
  product: [
    'title',
    'title_en',
    'subtitle',
    'subtitle_en',
    'description',
    'description_en',
    'gi_name',
    'gi_authorisation',
  ],
  variant: ['label', 'label_en'],
  product_picture: ['alt', 'alt_en'],
  batch: ['code'],
  review: ['author_name', 'body', 'body_en', 'reply', 'reply_en'],
  enterprise: ['name', 'name_en', 'town', 'food_licence', 'phone', 'story', 'story_en'],
  division: [
    'name',
    'name_en',
    'short_name',
    'pinyin',
    'seat_town',
    'tagline',
    'tagline_en',
    'story',
    'story_en',
  ],
  category: ['name', 'name_en'],
  exhibition: ['name', 'name_en', 'city', 'city_en', 'venue', 'venue_en', 'summary', 'summary_en'],
  exhibition_booth: ['booth'],
  suggestion: ['text'],
  order_group: ['recipient', 'street', 'detail', 'region', 'note'],
  order_line: ['title', 'title_en', 'variant_label', 'variant_label_en'],
  parcel: ['courier', 'tracking_number'],
  after_sale: ['body', 'answer'],
  shopper: ['name'],
  address: ['recipient', 'street', 'detail'],
  invoice_title: ['name'],
  sms_message: ['body'],
}

const unique = new Set(['batch.code', 'suggestion.text'])

/** Columns of JSON, in which every text that is not one of these names is replaced. */
const documents: Readonly<Record<string, string>> = {
  product: 'label',
  batch: 'papers',
  exhibition: 'printed_figures',
  order_group: 'invoice',
}
const kept = new Set(['kind', 'issuedOn', 'expiresOn', 'creditCode'])

/** Puts the vectors into all of it, another one in each row and column. */
export async function poison(owner: pg.Client, vectors: ReadonlyArray<string>): Promise<void> {
  for (const [table, names] of Object.entries(columns)) {
    const sets = names.map((name) => {
      const vector = `($1::text[])[1 + abs(hashtext(t.ctid::text || '${name}')) % $2]`
      return `${name} = ${vector}${unique.has(`${table}.${name}`) ? ` || ' ' || t.id` : ''}`
    })
    await owner.query(`UPDATE ${table} t SET ${sets.join(', ')}`, [vectors, vectors.length])
  }
  let next = 0
  const replace = (value: unknown, name = ''): unknown => {
    if (Array.isArray(value)) return value.map((part) => replace(part))
    if (typeof value === 'object' && value) {
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replace(part, key)]))
    }
    return typeof value === 'string' && !kept.has(name) ? vectors[next++ % vectors.length] : value
  }
  for (const [table, column] of Object.entries(documents)) {
    const { rows } = await owner.query<{ at: string; value: unknown }>(
      `SELECT ctid::text AS at, ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL LIMIT 300`,
    )
    for (const { at, value } of rows) {
      await owner.query(`UPDATE ${table} SET ${column} = $1 WHERE ctid = $2::tid`, [
        JSON.stringify(replace(value)),
        at,
      ])
    }
  }
}
