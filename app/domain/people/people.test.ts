import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { barePath, locales, localPath } from '#app/kernel/locale.ts'
import { localRedirect } from '#app/platform/session.server.ts'
import { addressSchema } from './address-form.ts'
import { parseCreditCode } from './credit-code.ts'
import { maskName, maskPhone, parseMobile } from './phone.ts'

describe('mobile numbers', () => {
  test.each([
    ['13800138000', '13800138000'],
    [' 138 0013 8000 ', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['008613800138000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['12800138000', null],
    ['1380013800', null],
    ['+1 415 555 0100', null],
    ['', null],
  ])('%s is read as %s', (text, expected) => {
    expect(parseMobile(text)).toBe(expected)
  })

  test('a mask never shows the four middle digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (phone) => {
        expect(maskPhone(phone)).toBe(`${phone.slice(0, 3)}****${phone.slice(7)}`)
      }),
    )
    expect(maskPhone('deleted:abc')).toBe('****')
    expect(maskName('赵晓梅')).toBe('赵**')
  })
})

describe('credit codes (GB 32100-2015)', () => {
  test.each(['91350100M000100Y43', '91150430MA0A1B2C24', '91150421MA0D3E4F1B', ' 91150425ma0g5h6j99 '])(
    '%s has the right check character',
    (code) => {
      expect(parseCreditCode(code)).toBe(code.trim().toUpperCase())
    },
  )

  test('one changed character is noticed', () => {
    const code = '91150430MA0A1B2C24'
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 17 }), fc.constantFrom(...alphabet), (at, character) => {
        fc.pre(code[at] !== character)
        expect(parseCreditCode(code.slice(0, at) + character + code.slice(at + 1))).toBeNull()
      }),
    )
  })
})

describe('the address form', () => {
  test('a bare form names every field that is wanted, by code', () => {
    const parsed = addressSchema.safeParse({ recipient: '', phone: '', districtCode: '', detail: '' })
    const codes = parsed.error?.issues.map((issue) => issue.message)
    expect(codes).toEqual(['recipient-required', 'invalid-phone', 'district-required', 'detail-too-short'])
  })

  test('a district of another province than the one chosen is not taken', () => {
    const typed = {
      recipient: '赵晓梅',
      phone: '13800138000',
      detail: '南京东路 1 号',
      districtCode: '110108',
    }
    const parsed = addressSchema.safeParse({ ...typed, provinceCode: '31' })
    expect(parsed.error?.issues).toMatchObject([{ path: ['districtCode'], message: 'district-required' }])
    for (const provinceCode of ['11', undefined])
      expect(addressSchema.parse({ ...typed, provinceCode })).toMatchObject({ districtCode: '110108' })
  })

  test('fields that a client invents are dropped (T25)', () => {
    const parsed = addressSchema.parse({
      recipient: '赵晓梅',
      phone: '13800138000',
      districtCode: '110108',
      detail: '中关村大街 1 号',
      shopperId: 'somebody else',
    })
    expect(parsed).not.toHaveProperty('shopperId')
    expect(parsed.isDefault).toBe(false)
  })
})

describe('where a sign-in leads back to (T52)', () => {
  test.each([
    '//evil.cn',
    '/\\evil.cn',
    '\\\\evil.cn',
    'https://evil.cn',
    '/%5cevil.cn',
    '/%2Fevil.cn',
    '/.//evil.cn',
    '/..//evil.cn',
    '/%2e//evil.cn',
    '/en//evil.cn',
    '/en/.//evil.cn',
    '/en/%5Cevil.cn',
    '/ /evil.cn',
    '/\t/evil.cn',
    'javascript:alert(1)',
    '',
    null,
  ])('%j is refused', (value) => {
    expect(localRedirect(value)).toBe('/account')
  })

  test.each(['/checkout', '/account/orders?after=abc', '/en/cart'])('%s is followed', (value) => {
    expect(localRedirect(value)).toBe(value)
  })

  test('whatever is typed, it stays on this site, in either language', () => {
    const pieces = [
      '/',
      '\\',
      '.',
      '..',
      'en',
      '%2f',
      '%5C',
      '%2e',
      '\t',
      '@',
      ':',
      '?',
      '#',
      'evil.cn',
      'http',
    ]
    const crooked = fc
      .array(fc.constantFrom(...pieces), { maxLength: 12 })
      .map((parts) => `/${parts.join('')}`)
    fc.assert(
      fc.property(fc.oneof(fc.string(), crooked), fc.constantFrom(...locales), (value, locale) => {
        const target = localPath(locale, barePath(localRedirect(value)))
        expect(new URL(target, 'https://shop.example.cn').origin).toBe('https://shop.example.cn')
      }),
      { numRuns: 5_000 },
    )
  })
})
