import type pg from 'pg'
import { storeOriginal } from '#app/platform/pictures/store.server.ts'
import { composePicture, type PictureOrder } from '../pictures/compose.ts'
import type { ProductPlan } from '../plan/products.ts'
import { copyRows, type Row } from './copy.ts'

type Kind = PictureOrder['kind']
type Stored = { key: string; alt: string; altEn: string; ground: string }

/** Two or three illustrations a product; the first one is on its card. */
export async function writePictures(
  client: pg.ClientBase,
  products: ReadonlyArray<ProductPlan>,
  dataDir: string,
): Promise<void> {
  const known = new Map<string, Promise<Stored>>()
  const rows: Array<Row> = []
  for (const product of products) {
    for (const [position, kind] of kindsOf(product).entries()) {
      const picture = await remember(known, product, kind, dataDir)
      rows.push([product.id, position, picture.key, kind, picture.ground, picture.alt, picture.altEn])
    }
  }
  await copyRows(
    client,
    'product_picture',
    ['product_id', 'position', 'key', 'kind', 'ground', 'alt', 'alt_en'],
    rows,
  )
  await client.query(
    'UPDATE product SET picture_key = key FROM product_picture WHERE product_id = product.id AND position = 0',
  )
  await client.query(
    'UPDATE order_line SET picture_key = product.picture_key FROM product WHERE product.id = order_line.product_id',
  )
}

function kindsOf({ speciality, seller }: ProductPlan): Array<Kind> {
  if (speciality.category === 'craft') return ['hero', 'origin']
  return seller % 3 === 1 ? ['hero', 'pack'] : ['hero', 'pack', 'origin']
}

/** The land is the same for all sellers of a speciality; still lifes and packages are each seller's own. */
function remember(
  known: Map<string, Promise<Stored>>,
  { speciality, enterprise, seller, variants }: ProductPlan,
  kind: Kind,
  dataDir: string,
): Promise<Stored> {
  const seed = kind === 'origin' ? 'origin' : `${enterprise.tradeName}`
  const name = `${kind}/${speciality.id}/${kind === 'origin' ? '' : seller}`
  const stored = known.get(name) ?? store()
  known.set(name, stored)
  return stored

  async function store(): Promise<Stored> {
    const composed = composePicture({
      kind,
      speciality: { ...speciality, nameEn: speciality.text.nameEn },
      divisionCode: enterprise.divisionCode,
      variantLabel: variants[0]?.label ?? '',
      seed,
    })
    const { key } = await storeOriginal(dataDir, composed.svg, composed.ground)
    return { key, alt: composed.altZh, altEn: composed.altEn, ground: composed.ground }
  }
}
