import { readAttribution } from '#app/domain/sales/attribution.ts'
import { catalog } from '#app/messages/zh/catalog.ts'
import { expect, type Shopper, test } from '../support/journey.ts'
import type { Goods } from '../support/shelf.ts'
import { addToCart } from '../support/shopping.ts'

const fair = 'beijing-2026'

for (const [via, way] of [
  ['page', ({ visit }: Shopper) => visit(`/exhibitions/${fair}`)],
  ['qr-code', ({ visit }: Shopper, { slug }: Goods) => visit(`/products/${slug}?fair=${fair}&via=qr-code`)],
] as const) {
  test(`who comes by a fair's ${via} is known to come from there when they buy`, async ({
    shopper,
    shelf,
    shop,
  }) => {
    const [goods] = await shelf.take({})
    await way(shopper, goods!)
    await expect
      .poll(async () => (await shopper.page.context().cookies()).map(({ name }) => name))
      .toContain('fair')
    await addToCart(shopper, goods!)
    const line = await shop.db.cartLine.findFirstOrThrow({
      where: { variantId: goods!.variantId },
      include: { cart: true },
    })
    expect(readAttribution(line.cart.attribution)).toMatchObject({ via })
  })
}

test('the home page tells its figure for what it is: sold and signed, verified, with both parts', async ({
  shopper,
}) => {
  await shopper.visit('/')
  const banner = shopper.page.getByRole('complementary').filter({ hasText: catalog.home.fair })
  await expect(banner).toContainText('已核实')
  const { sales, signed } = catalog.exhibitions
  await expect(banner).toContainText(
    new RegExp(`${catalog.home.fairFigure}.*\\d.*${sales} .*\\d.*${signed} .*\\d`),
  )
})
