import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type CardRow, toCard } from '#app/domain/catalog/card-rows.server.ts'
import { parseListQuery } from '#app/domain/catalog/list-query.ts'
import { cursorValues, scanStatement } from '#app/domain/catalog/list-sql.server.ts'
import { getPlaces, type Places } from '#app/domain/catalog/places.server.ts'
import { ProductGrid } from '#app/domain/catalog/ui/product-grid.tsx'
import { decodeCursor } from '#app/kernel/paging.ts'
import { pool } from './database.server.ts'

let places: Promise<Places> | undefined

/** One query, the same cards. The names of places are read once a process, as in the shop. */
export async function loader({ request }: LoaderFunctionArgs) {
  places ??= getPlaces({ pool, memo: ({ load }) => load() })
  const { sort, after } = parseListQuery(new URL(request.url).searchParams)
  const start = cursorValues(sort, decodeCursor(after))
  const { rows } = await pool.query<CardRow>(scanStatement({}, sort, start, 24))
  const { divisionByCode } = await places
  return { products: rows.map((row) => toCard(row, divisionByCode, 'zh')) }
}

export default function List() {
  const { products } = useLoaderData<typeof loader>()
  return <ProductGrid products={products} />
}
