import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Fixture, openFixture } from './sandbox-fixture.ts'

let fixture: Fixture

beforeEach(async () => {
  fixture = await openFixture()
})

afterEach(() => fixture.close())

type Page = { status: number; text: string; location: string | null }

/** A browser without JavaScript: links are followed and forms posted by hand. */
async function visit(url: string, form?: Record<string, string>): Promise<Page> {
  const post = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }
  const response = await fetch(url, { redirect: 'manual', ...post })
  return { status: response.status, text: await response.text(), location: response.headers.get('location') }
}

function at(url: string, step: string): string {
  return `${url}/${step}`
}

const card = { number: '4242 4242 4242 4242', expiry: '12 / 34', cvc: '123' }

async function openPage(changes = {}): Promise<{ id: string; url: string; done: string }> {
  const { id, url } = await fixture.createSession(changes)
  return { id, url: url!, done: `http://shop.test/done?session=${id}` }
}

describe('the hosted payment page', () => {
  it('shows amount, lines, methods and the way back, in the language of the session', async () => {
    const { url } = await openPage()
    const zh = await visit(url)
    for (const part of [
      '测试模式',
      '¥131.60',
      '敖汉小米 2.5kg',
      '× 2',
      '支付宝',
      '微信支付',
      '银行卡',
      'http://shop.test/cart',
    ]) {
      expect(zh.text).toContain(part)
    }
    expect(zh.text).not.toMatch(/<script|Test mode/)
    const en = await visit((await openPage({ locale: 'en' })).url)
    for (const part of ['Test mode', 'Alipay', 'WeChat Pay', 'Back to the shop'])
      expect(en.text).toContain(part)
    expect((await visit(`${url}?lang=en`)).text).toContain('Amount due')
  })

  it('escapes what the shop sent', async () => {
    const name = '<img src=x onerror=alert(1)>'
    const { url } = await openPage({
      line_items: [
        { price_data: { currency: 'cny', unit_amount: 900, product_data: { name } }, quantity: 1 },
      ],
    })
    const { text } = await visit(url)
    expect(text).not.toContain('<img')
    expect(text).toContain('&lt;img')
  })

  it('card: pays and goes to success_url with the id of the session', async () => {
    const { url, done } = await openPage()
    expect((await visit(at(url, 'card?number=4242424242424242'))).text).toContain(
      'value="4242 4242 4242 4242"',
    )
    expect(await visit(at(url, 'card'), card)).toMatchObject({ status: 303, location: done })
    const after = await visit(url)
    expect(after.text).toContain('付款已完成')
    expect(after.text).toContain(done.replace('&', '&amp;'))
  })

  it.each([
    ['4000000000000002', '银行卡被拒绝'],
    ['4000000000009995', '余额不足'],
    ['4000000000000069', '已过期'],
    ['4000000000000127', '安全码不正确'],
    ['4000000000000119', '处理时出错'],
    ['4111111111111111', '测试卡号'],
  ])('card %s: says what is wrong and takes another card', async (number, words) => {
    const { url, done } = await openPage()
    const refused = await visit(at(url, 'card'), { ...card, number })
    expect(refused.text).toMatch(new RegExp(`role="alert">[^<]*${words}`))
    expect((await visit(at(url, 'card'), card)).location).toBe(done)
  })

  it('card: an expiry in the past and a short security code are marked', async () => {
    const { url } = await openPage()
    expect((await visit(at(url, 'card'), { ...card, expiry: '01/20' })).text).toMatch(
      /id="expiry"[^>]*aria-invalid/,
    )
    expect((await visit(at(url, 'card'), { ...card, cvc: '1' })).text).toMatch(/id="cvc"[^>]*aria-invalid/)
  })

  it.each(['4000002500003155', '4000002760003184'])(
    'card %s: 3-D Secure fails, then succeeds',
    async (number) => {
      const { url, done } = await openPage()
      const asked = await visit(at(url, 'card'), { ...card, number })
      expect(asked.location).toContain('/challenge')
      const challenge = new URL(asked.location!, url).href
      expect((await visit(challenge)).text).toContain('3-D Secure')
      const failed = await visit(challenge, { result: 'fail' })
      expect((await visit(new URL(failed.location!, url).href)).text).toContain('身份验证没有通过')
      await visit(at(url, 'card'), { ...card, number })
      expect((await visit(challenge, { result: 'complete' })).location).toBe(done)
    },
  )

  it.each(['alipay', 'wechat_pay'])('%s: a code to scan; pay, fail or leave', async (wallet) => {
    const { url, done } = await openPage()
    const page = await visit(at(url, wallet))
    expect(page.text).toMatch(/<svg[^>]*viewBox/)
    expect(page.text).toContain('href="http://shop.test/cart"')
    expect((await visit(at(url, wallet), { result: 'fail' })).text).toContain('支付没有完成')
    expect((await visit(at(url, wallet), { result: 'pay' })).location).toBe(done)
  })

  it('a phone pays by the scanned code, and the screen finds out', async () => {
    const { url, done } = await openPage()
    const phone = /class="qr" href="([^"]+)"/.exec((await visit(at(url, 'wechat_pay'))).text)![1]!
    expect((await visit(at(url, 'wechat_pay?check=1'))).text).toContain('还没有收到付款')
    expect((await visit(phone)).text).toContain('¥131.60')
    expect((await visit(phone, { result: 'pay' })).text).toContain('支付成功')
    expect((await visit(at(url, 'wechat_pay?check=1'))).location).toBe(done)
  })

  it('an expired session says so and cannot be paid; an unknown one is a 404', async () => {
    const { id, url } = await openPage()
    fixture.sandbox.expireNow(id)
    expect((await visit(url)).text).toContain('付款已过期')
    expect((await visit(at(url, 'card'), card)).text).toContain('付款已过期')
    expect((await fixture.stripe.checkout.sessions.retrieve(id)).payment_status).toBe('unpaid')
    expect((await visit(`${fixture.sandbox.url}/c/pay/cs_none`)).status).toBe(404)
  })
})
