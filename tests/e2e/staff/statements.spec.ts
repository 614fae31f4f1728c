import { readFile } from 'node:fs/promises'
import type { Download } from '@playwright/test'
import { periodOf } from '#app/domain/settlements/period.ts'
import { rebuildLines } from '#app/domain/settlements/rebuild-lines.server.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { readSheet } from '#app/platform/sheets/read-sheet.server.ts'
import { placePaidGroup } from '#tests/support/checkout.ts'
import { createMemoryProvider } from '#tests/support/memory-provider.ts'
import { samplePaper } from '#tests/support/papers.ts'
import { movableClock } from '#tests/support/people.ts'
import { refundWhole } from '#tests/support/refunds.ts'
import { createMember, createOrganizer } from '#tests/support/staff.ts'
import { waitUntilAlive } from '../support/alive.ts'
import { buy, findOrderNumber, homeOf } from '../support/buying.ts'
import { openDesk } from '../support/desk.ts'
import { expect, test } from '../support/journey.ts'
import { type OwnShop, openOwnShop } from '../support/own-shop.ts'
import { expectSound } from '../support/soundness.ts'

test('statements and invoices are sound on a phone, in both languages (T101) @phone', async ({
  shop,
  browser,
}) => {
  const { id, enterpriseId, enterprise, period } = await shop.db.statement.findFirstOrThrow({
    where: { paidAt: null, enterprise: { invoices: { some: {} } } },
    include: { enterprise: true },
  })
  const owner = await createMember(shop.db, enterpriseId)
  const finance = await createOrganizer(shop.db, 'finance')
  const home = `/enterprise/${enterprise.slug}`
  const pages = [
    [
      owner,
      [`${home}/statements`, `${home}/statements/${period}/print`, `${home}/account`, `${home}/invoices`],
    ],
    [
      finance,
      [
        '/organizer/statements',
        `/organizer/statements/${id}`,
        '/organizer/payouts',
        '/organizer/accounts',
        '/organizer/invoices',
      ],
    ],
  ] as const
  for (const language of ['zh', 'en'] as const)
    for (const [scope, paths] of pages) {
      const desk = await openDesk(browser, shop, scope.staff, language)
      for (const path of paths) {
        await desk.visit(path)
        await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectSound(desk.page)
      }
      expect(desk.faults).toEqual([])
    }
})

test('an owner changes the account, the city confirms it, and the bank’s list has it @phone', async ({
  shop,
  browser,
}) => {
  const { enterpriseId, enterprise } = await shop.db.statement.findFirstOrThrow({
    where: { paidAt: null, netFen: { gt: 0 } },
    orderBy: { enterpriseId: 'desc' },
    skip: 1,
    include: { enterprise: true },
  })
  const [member, organizer, clerk] = [
    await createMember(shop.db, enterpriseId),
    await createOrganizer(shop.db, 'city-organizer'),
    await createOrganizer(shop.db, 'finance'),
  ]
  const number = `6228${Date.now()}`
  const owner = await openDesk(browser, shop, member.staff)
  const { account: words, errors } = owner.t.settlements
  await owner.visit(`/enterprise/${enterprise.slug}/account`)
  await owner.page.getByLabel(words.fields.bank, { exact: true }).fill('中国建设银行赤峰分行')
  await owner.page
    .getByLabel(words.fields.number, { exact: true })
    .fill(number.replace(/(?=(\d{4})+$)/g, ' '))
  await owner.page.getByRole('button', { name: words.submit }).click()
  await expect(owner.page.getByText(errors['account-consent'])).toBeVisible()
  await owner.page.getByLabel(words.consent).check()
  await owner.page.getByRole('button', { name: words.submit }).click()
  await expect(owner.page.getByText(words.filedDone)).toBeVisible()

  const city = await openDesk(browser, shop, organizer.staff)
  await city.visit('/organizer/accounts')
  const card = city.page
    .getByRole('listitem')
    .filter({ hasText: number.slice(0, 4) })
    .filter({ hasText: enterprise.name })
  await expect(card).toContainText(enterprise.phone)
  await card.getByRole('button', { name: words.confirm }).click()
  await expect(city.page.getByText(words.done.confirmed)).toBeVisible()

  const finance = await openDesk(browser, shop, clerk.staff)
  await finance.visit('/organizer/payouts')
  const coming = finance.page.waitForEvent('download')
  await finance.page.getByRole('button', { name: finance.t.staff.takeAway.download('CSV') }).click()
  expect((await bytesOf(await coming)).toString()).toContain(number)
})

test('finance marks a statement as paid out, and the enterprise reads under which reference (E8) @phone', async ({
  shop,
  browser,
}) => {
  const { id, enterpriseId, enterprise, period } = await shop.db.statement.findFirstOrThrow({
    where: { paidAt: null, netFen: { gt: 0 } },
    orderBy: { enterpriseId: 'desc' },
    include: { enterprise: true },
  })
  const { page, t, visit } = await openDesk(browser, shop, (await createOrganizer(shop.db, 'finance')).staff)
  const { directions, correct, done, errors } = t.settlements
  const words = directions.pay
  await visit(`/organizer/statements/${id}`)
  await page.getByRole('button', { name: words.submit }).click()
  await expect(page.getByText(errors['reference-required'])).toBeVisible()
  await page.getByLabel(words.reference, { exact: true }).fill('HD2O261128-0001')
  await page.getByRole('button', { name: words.submit }).click()
  await expect(page.getByText(done.paid)).toBeVisible()
  await expect(page.getByRole('button', { name: words.submit })).toHaveCount(0)
  await page.getByText(correct.open).click()
  await page.getByLabel(correct.reference).fill('HD20261128-0001')
  await page.getByLabel(correct.reason, { exact: true }).fill('字母写成了数字')
  await page.getByRole('button', { name: correct.submit, exact: true }).click()
  await expect(page.getByText(done.corrected)).toBeVisible()
  const owner = await openDesk(browser, shop, (await createMember(shop.db, enterpriseId)).staff)
  await owner.visit(`/enterprise/${enterprise.slug}/statements/${period}`)
  await expect(owner.page.getByText('HD20261128-0001')).toBeVisible()
})

const invoice = { title: '北京某食堂', creditCode: '91150421MA0D3E4F1B' }
const pdf = (bytes: Uint8Array) => ({
  name: 'invoice.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(bytes),
})

test('a fapiao is asked for, issued by upload, downloaded, and reversed with the refund (E8, T42) @phone', async ({
  shopper,
  shelf,
  shop,
  browser,
}) => {
  const [goods] = await shelf.take({})
  const number = await findOrderNumber(shop, await buy(shopper, goods, 1, { invoice }))
  const order = new URL(shopper.page.url()).pathname
  await expect(shopper.page.getByText(shopper.t.orders.invoiceWaiting)).toBeVisible()
  const paper = samplePaper(number)
  const owner = await openDesk(browser, shop, (await createMember(shop.db, goods.enterpriseId)).staff)
  const { page, t } = owner
  const words = t.invoices
  const card = page.getByRole('listitem').filter({ hasText: number })
  const [field, file] = [
    card.getByLabel(words.issue.number, { exact: true }),
    card.getByLabel(words.issue.paper, { exact: true }),
  ]
  const fiscal = `2411200000${Date.now().toString().slice(-10)}`

  await test.step('a wrong file and a wrong number are told, and nothing that was right is lost', async () => {
    await owner.visit(`${await homeOf(shop, goods)}/invoices`)
    // Without a script a form that comes back has lost its file.
    await waitUntilAlive(page)
    await expect(card).toContainText(invoice.title)
    await expect(card).toContainText(invoice.creditCode)
    await card.getByText(words.issue.open, { exact: true }).click()
    await field.fill(fiscal)
    await file.setInputFiles({ ...pdf(new Uint8Array([0xff, 0xd8, 0xff])), name: 'photo.pdf' })
    await card.getByRole('button', { name: words.issue.submit }).click()
    await expect(card.getByText(words.errors['not-a-paper'])).toBeVisible()
    await expect(field).toHaveValue(fiscal)
    await field.fill('1234567890123')
    await file.setInputFiles(pdf(paper))
    await card.getByRole('button', { name: words.issue.submit }).click()
    await expect(card.getByText(words.errors['invoice-number'])).toBeVisible()
    await expect(field).toBeFocused()
    await expect(file).toHaveValue(/invoice\.pdf$/)
    await expectSound(page)
  })

  await test.step('it is issued, the buyer is told and has it byte for byte', async () => {
    await field.fill(fiscal)
    await card.getByRole('button', { name: words.issue.submit }).click()
    await expect(page.getByText(words.done.issued)).toBeVisible()
    await expect(card).toHaveCount(0)
    const told = { dedupeKey: { startsWith: 'invoice-issued:' }, body: { contains: order } }
    await expect.poll(() => shop.db.smsMessage.count({ where: told })).toBe(1)
    await shopper.visit(order)
    await expect(shopper.page.getByText(shopper.t.orders.invoiceIssued(fiscal))).toBeVisible()
    const coming = shopper.page.waitForEvent('download')
    await shopper.page.getByRole('link', { name: shopper.t.orders.invoiceDownload }).click()
    expect(await bytesOf(await coming)).toEqual(Buffer.from(paper))
  })

  await test.step('the order is cancelled: what was invoiced wants its red-letter invoice', async () => {
    await shopper.page.getByText(shopper.t.orders.cancel.title, { exact: true }).click()
    await shopper.page.getByRole('button', { name: shopper.t.orders.cancel.confirm }).click()
    await expect(async () => {
      await owner.visit(`${await homeOf(shop, goods)}/invoices?stand=reversal`)
      await expect(card).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await card.getByText(words.reverse.open, { exact: true }).click()
    await card.getByLabel(words.reverse.number, { exact: true }).fill(`9${fiscal.slice(1)}`)
    await card.getByRole('button', { name: words.reverse.submit }).click()
    await expect(page.getByText(words.done.reversed)).toBeVisible()
    await owner.visit(`${await homeOf(shop, goods)}/invoices?stand=issued`)
    await expect(card).toContainText(`9${fiscal.slice(1)}`)
  })
  expect(owner.faults.filter((fault) => !fault.includes('400'))).toEqual([])
})

test.describe('without JavaScript (T102)', () => {
  test.use({ javaScriptEnabled: false })

  test('an invoice is issued all the same, and replaced; whoever chose a file is told to choose it again @phone', async ({
    shop,
    browser,
  }) => {
    const { enterprise, order } = await shop.db.invoice.findFirstOrThrow({
      where: { status: 'requested', order: { refundedFen: 0 } },
      orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
      include: { enterprise: true, order: true },
    })
    const owner = await openDesk(browser, shop, (await createMember(shop.db, enterprise.id)).staff)
    const words = owner.t.invoices
    const card = owner.page.getByRole('listitem').filter({ hasText: order.number })
    const send = async (number: string) => {
      await card.getByLabel(words.issue.number, { exact: true }).fill(number)
      await card.getByLabel(words.issue.paper, { exact: true }).setInputFiles(pdf(samplePaper(number)))
      await card.getByRole('button', { name: words.issue.submit }).click()
    }
    await owner.visit(`/enterprise/${enterprise.slug}/invoices`)
    await card.getByText(words.issue.open, { exact: true }).click()
    await send('1234567890123')
    await expect(card.getByText(words.errors['invoice-number'])).toBeVisible()
    await expect(card.getByText(words.errors['paper-again'])).toBeVisible()
    const [wrong, right] = ['2511200000', '2511200001'].map(
      (start) => start + Date.now().toString().slice(-10),
    )
    await send(wrong!)
    await expect(owner.page.getByText(words.done.issued)).toBeVisible()

    await owner.visit(`/enterprise/${enterprise.slug}/invoices?stand=issued`)
    await card.getByText(words.replace.open, { exact: true }).click()
    await card.getByLabel(words.replace.reason, { exact: true }).fill('号码填错了')
    await card.getByLabel(words.issue.number, { exact: true }).fill(right!)
    await card.getByRole('button', { name: words.replace.submit }).click()
    await expect(owner.page.getByText(words.done.replaced)).toBeVisible()
    await expect(card).toContainText(words.replace.old(1, wrong!))
  })

  test('finance marks what one transfer paid, says too little first, and takes it back @phone', async ({
    shop,
    browser,
  }) => {
    const finance = await openDesk(browser, shop, (await createOrganizer(shop.db, 'finance')).staff)
    const { payout, directions, errors } = finance.t.settlements
    const { pay } = directions
    const submit = finance.page.getByRole('button', { name: pay.submit })
    await finance.visit('/organizer/payouts')
    await submit.click()
    await expect(finance.page.getByText(errors['statements-required'])).toBeVisible()
    await finance.page.getByRole('checkbox').first().check()
    await finance.page.getByRole('checkbox').nth(1).check()
    await finance.page.getByLabel(pay.reference, { exact: true }).fill('HD20261128-0009')
    await submit.click()
    await expect(finance.page.getByText(payout.done(2))).toBeVisible()
    await finance.page.getByRole('button', { name: payout.undo }).click()
    await expect(finance.page.getByText(payout.undone)).toBeVisible()
  })
})

async function bytesOf(download: Download): Promise<Buffer> {
  return await readFile(await download.path())
}

/** As if its last closed month had not been closed: on a copy of the data, where nobody else reads statements. */
async function reopenLastMonth({ owner, services }: OwnShop): Promise<string> {
  const { rows } = await owner.query<{ period: string }>('SELECT max(period) AS period FROM statement_period')
  const { period } = rows[0]!
  await owner.query(
    'DELETE FROM statement_line WHERE statement_id IN (SELECT id FROM statement WHERE period = $1)',
    [period],
  )
  await owner.query('DELETE FROM statement WHERE period = $1', [period])
  await owner.query('DELETE FROM statement_period WHERE period = $1', [period])
  await rebuildLines(services)
  return period
}

/** An order that was paid in the middle of the month; `refund` gives it back now. */
async function buyIn({ services }: OwnShop, period: string) {
  const shop = { ...services, payments: createMemoryProvider() }
  const { sku, product } = await services.db.variant.findFirstOrThrow({
    where: {
      product: { status: 'published', storage: 'ambient', isAlcohol: false, returnRule: 'seven-days' },
      minQuantity: 1,
      stock: { some: { free: { gt: 9 } } },
    },
    include: { product: true },
  })
  const clock = movableClock(new Date(`${period}-15T04:00:00Z`))
  const { groupId } = await placePaidGroup({ ...shop, clock }, { sku, quantity: 1 })
  const { number, totalFen } = await services.db.order.findFirstOrThrow({ where: { groupId } })
  const refund = () => refundWhole(shop, { groupId, key: 'late', reason: 'goodwill' })
  return { enterpriseId: product.enterpriseId, number, totalFen: fen(totalFen), refund }
}

test('finance closes a month, a later refund falls into the next, and the file and the paper say the same (E8, T41) @phone', async ({
  browser,
}) => {
  const own = await openOwnShop('closing')
  try {
    const { services } = own
    const period = await reopenLastMonth(own)
    const { enterpriseId, number, totalFen, refund } = await buyIn(own, period)
    const finance = await openDesk(browser, services, (await createOrganizer(services.db, 'finance')).staff)
    const owner = await openDesk(browser, services, (await createMember(services.db, enterpriseId)).staff)
    const { slug } = await services.db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })
    const words = finance.t.settlements
    const name = words.period(period.slice(0, 4), period.slice(5))
    const statement = `/enterprise/${slug}/statements/${period}`

    await finance.visit('/organizer/statements')
    await finance.page.getByRole('button', { name: words.organizer.close(name) }).click()
    await expect(finance.page.getByText(words.organizer.closed(name))).toBeVisible({ timeout: 60_000 })

    await owner.visit(statement)
    const lines = owner.page.getByRole('region', { name: words.page.lines })
    const line = lines.getByRole('listitem').or(lines.getByRole('row')).filter({ hasText: number })
    await expect(line).toContainText(formatFen(totalFen))
    const sums = owner.page.getByRole('region', { name: words.page.sums })
    const closed = await sums.textContent()

    await refund()
    await owner.page.reload()
    expect(await sums.textContent()).toBe(closed)
    await expect(line).toHaveCount(1)
    const coming = owner.page.waitForEvent('download')
    await owner.page.getByRole('link', { name: words.page.download }).click()
    const sheet = await readSheet(new Uint8Array(await bytesOf(await coming)))
    if (!sheet.ok) throw new Error(sheet.code)
    expect(sheet.value.filter(({ cells }) => cells.includes(number))).toHaveLength(1)
    const { netFen } = await services.db.statement.findFirstOrThrow({ where: { enterpriseId, period } })
    expect(Number(sheet.value.at(-1)?.cells.at(-1)) * 100).toBeCloseTo(Number(netFen), 0)
    await owner.page.getByRole('link', { name: words.page.print, exact: true }).click()
    await expect(owner.page.getByRole('article', { name: words.page.title(name) })).toContainText(number)

    await owner.visit(`/enterprise/${slug}/statements/${periodOf(shanghaiDay(services.clock.now()))}`)
    await expect(line).toContainText(words.line.kinds.refund)
    expect([...finance.faults, ...owner.faults]).toEqual([])
  } finally {
    await own.stop()
  }
})
