import { useLoaderData } from '@remix-run/react'
import { type CardRow, toCard } from '#app/domain/catalog/card-rows.server.ts'
import { scanStatement } from '#app/domain/catalog/list-sql.server.ts'
import { getPlaces, type Places } from '#app/domain/catalog/places.server.ts'
import { ProductGrid } from '#app/domain/catalog/ui/product-grid.tsx'
import { pool } from './database.server.ts'

let places: Promise<Places> | undefined

/** One query, the same cards. The names of places are read once a process, as in the shop. */
export async function loader() {
  places ??= getPlaces({ pool, memo: ({ load }) => load() })
  const { rows } = await pool.query<CardRow>(scanStatement({}, 'score', [], 24))
  const { divisionByCode } = await places
  return { products: rows.map((row) => toCard(row, divisionByCode, 'zh')) }
}

export default function List() {
  const { products } = useLoaderData<typeof loader>()
  return <ProductGrid products={products} />
}
