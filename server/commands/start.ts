import path from 'node:path'
import { readSettings, type Settings } from '#app/platform/env.server.ts'
import { buildShop, generateClient } from '../steps/build.ts'
import { migrateDatabase, openDatabase, seedDatabase } from '../steps/database.ts'
import { seconds } from '../steps/report.ts'
import { openPayments } from '../steps/sandbox.ts'
import type { Supervisor } from '../steps/supervisor.ts'
import { requireFreePort, startWeb } from '../steps/web.ts'

/** From a fresh clone to a shop with goods; a second time in seconds. */
export async function main(supervisor: Supervisor): Promise<void> {
  const from = performance.now()
  const settings = readSettings({ ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' })
  await requireFreePort(settings)
  await generateClient()
  const database = await openDatabase(settings, supervisor, { keeps: true })
  await migrateDatabase(database)
  if (!settings.IS_LIVE) await seedDatabase(database, settings.DATA_DIR)
  await buildShop()
  const payments = await openPayments(settings, supervisor)
  const logFile = path.join(settings.DATA_DIR, 'logs', 'shop.log')
  await startWeb(
    supervisor,
    settings,
    { database, payments },
    { file: 'server/serve.ts', mode: 'production', logFile },
  )
  welcome(settings, logFile, performance.now() - from)
  await supervisor.runOn()
}

function welcome(
  { PUBLIC_URL, DEV_PAGES, STRIPE_SECRET_KEY }: Settings,
  logFile: string,
  took: number,
): void {
  const lines = [
    `\n赤峰好物 is open after ${seconds(took)}:  ${PUBLIC_URL}    (English: ${PUBLIC_URL}/en)`,
    DEV_PAGES &&
      `  Sign in as a shopper with orders:  13800000001 or 13800000002; the code appears at ${PUBLIC_URL}/dev/outbox`,
    DEV_PAGES && `  Work as staff at ${PUBLIC_URL}/staff:  owner, reviewer or city, password grassland-2026`,
    !STRIPE_SECRET_KEY &&
      '  Payments go to the sandbox: no money moves. Card 4242 4242 4242 4242, or WeChat Pay and Alipay test pages',
    `  Log: ${path.resolve(logFile)}    Stop: Ctrl-C`,
  ]
  console.log(lines.filter(Boolean).join('\n'))
}
