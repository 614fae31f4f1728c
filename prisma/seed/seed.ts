import type pg from 'pg'
import { shanghaiMonth } from '#app/kernel/clock.ts'
import { fairs, runningFairSlug } from './data/fairs.ts'
import { planEnterprises } from './plan/enterprises.ts'
import { fairIdOf, planFairs } from './plan/fairs/fairs.ts'
import { planOrders } from './plan/orders.ts'
import { type ProductPlan, planProducts } from './plan/products.ts'
import { planReviews } from './plan/reviews.ts'
import { planShoppers } from './plan/shoppers.ts'
import { listSpecialities } from './plan/specialities.ts'
import { writeEvents, writeRefunds, writeReviews } from './write/after-sales.ts'
import { writeBankAccounts } from './write/bank-accounts.ts'
import { writeCatalogue } from './write/catalogue.ts'
import { writeDocuments } from './write/documents.ts'
import { writeFairTrade } from './write/fair-trade.ts'
import { writeFairDetails, writeFairs } from './write/fairs.ts'
import { writeFigures } from './write/figures.ts'
import { writeLedger, writeRollups } from './write/ledger.ts'
import { writeListings } from './write/listings.ts'
import { writeInvoices, writeOrders } from './write/orders.ts'
import { writePictures } from './write/pictures.ts'
import { writeEnterprises, writePlaces } from './write/places.ts'
import { writeReviewPhotos } from './write/review-photos.ts'
import { keepSamplePaper } from './write/sample-paper.ts'
import { writeSearch } from './write/search.ts'
import { advanceSequences } from './write/sequences.ts'
import { writeFavourites, writeShoppers } from './write/shoppers.ts'
import { writeStaff } from './write/staff.ts'
import { writeStatements } from './write/statements.ts'
import { writeStock } from './write/stock.ts'
import { writeSuggestions } from './write/suggestions.ts'
import { writeWaiting } from './write/waiting.ts'

/** The clock of the demonstration data: a second run, whenever it is, writes the same rows. */
const seedClock = new Date('2026-11-24T00:00:00Z')

const shopperCount = 300
const orderCount = 6000

export type SeedOptions = {
  dataDir: string
  /** Seals the second steps of the demonstration staff. */
  sessionSecret: string
  say: (line: string) => void
  pictures?: boolean
}

export function planCatalogue() {
  const specialities = listSpecialities()
  const enterprises = planEnterprises(specialities)
  return { specialities, enterprises, products: planProducts(enterprises, seedClock) }
}

export function planTrade(products: ReadonlyArray<ProductPlan>) {
  const fair = fairs.find(({ slug }) => slug === runningFairSlug)
  const shoppers = planShoppers(shopperCount, seedClock)
  const fairFrom = new Date(fair?.startsAt ?? seedClock)
  const groups = planOrders(orderCount, products, shoppers, { now: seedClock, fairFrom })
  return { shoppers, groups, reviews: planReviews(groups, seedClock) }
}

/** False when the database has divisions already: then nothing is written. One transaction: all or nothing. */
export async function seed(client: pg.ClientBase, options: SeedOptions): Promise<boolean> {
  await client.query('BEGIN')
  try {
    // Two processes that start together must not both find an empty database.
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('seed'))`)
    const { rows } = await client.query('SELECT 1 FROM division LIMIT 1')
    if (rows.length === 0) await write(client, options)
    await client.query('COMMIT')
    return rows.length === 0
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function write(
  client: pg.ClientBase,
  { dataDir, sessionSecret, say, pictures = true }: SeedOptions,
): Promise<void> {
  const { specialities, enterprises, products } = planCatalogue()
  const { shoppers, groups, reviews } = planTrade(products)
  say(`writing ${enterprises.length} enterprises and ${products.length} products`)
  await writePlaces(client)
  await writeEnterprises(client, enterprises)
  await writeFairs(client, enterprises)
  await writeStaff(client, enterprises, { now: seedClock, sessionSecret })
  await writeBankAccounts(client, enterprises, seedClock)
  await writeCatalogue(client, products)
  await writeFairDetails(client, products)
  say(`writing ${groups.length} past orders and ${reviews.length} reviews`)
  await writeShoppers(client, shoppers)
  await writeOrders(client, groups, { exhibitionId: fairIdOf(runningFairSlug), now: seedClock })
  await writeInvoices(client)
  await writeFavourites(client, groups)
  await writeStock(client, products, groups)
  await writeRefunds(client, groups)
  await writeEvents(client, groups)
  await writeReviews(client, reviews)
  await writeLedger(client)
  await writeStatements(client)
  await writeFairTrade(client, planFairs({ enterprises, products, now: seedClock }))
  await writeRollups(client)
  await writeFigures(client, shanghaiMonth(seedClock))
  await writeSearch(client, products)
  await writeSuggestions(client, specialities, enterprises)
  if (pictures) {
    say('drawing the pictures')
    await writePictures(client, products, dataDir)
    await writeReviewPhotos(client, reviews, dataDir)
  }
  await writeListings(client)
  const photoKey = pictures ? await keepSamplePaper(dataDir) : null
  await writeDocuments(
    client,
    enterprises.map((each) => ({ ...each, enterpriseId: each.id, since: seedClock })),
    photoKey,
  )
  await writeWaiting(client, { enterprises, groups, now: seedClock, photoKey })
  await advanceSequences(client)
}
