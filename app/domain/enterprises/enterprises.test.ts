import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applicationSchema, documentSchema } from './application-forms.ts'
import { daysLeft, documentState } from './document.ts'
import { findLicenceWarnings, licenceCheckDigit, normaliseLicence } from './food-licence.ts'

test('a food licence is checked by its digits, and only warned of', () => {
  expect(findLicenceWarnings('SC10115043000012', '150430')).toEqual([])
  expect(findLicenceWarnings('SC10415042100120', '150421')).toEqual([])
  expect(findLicenceWarnings('SC11515042901005', '150429')).toEqual([])
  expect(findLicenceWarnings('SC10115043000013', '150430')).toEqual(['licence-check-digit'])
  expect(findLicenceWarnings('SC10115043000012', '150421')).toEqual(['licence-place'])
  expect(findLicenceWarnings('蒙敖食作坊2026001', '150430')).toEqual(['licence-shape'])
  expect(normaliseLicence(' ｓc 1011 5043 0000 12')).toBe('SC10115043000012')
})

test('the check digit finds every single wrong digit (ISO 7064 MOD 11,10)', () => {
  const digits = fc.stringMatching(/^\d{13}$/)
  fc.assert(
    fc.property(digits, fc.nat(12), fc.integer({ min: 1, max: 9 }), (right, at, off) => {
      const wrong = String((Number(right[at]) + off) % 10)
      expect(licenceCheckDigit(right.slice(0, at) + wrong + right.slice(at + 1))).not.toBe(
        licenceCheckDigit(right),
      )
    }),
  )
})

test('the last day still counts, by the calendar of Shanghai', () => {
  const lateEvening = new Date('2026-11-25T15:59:00Z')
  const midnight = new Date('2026-11-25T16:00:00Z')
  expect([daysLeft('2026-11-25', lateEvening), daysLeft('2026-11-25', midnight)]).toEqual([0, -1])
  expect(documentState('2026-11-25', lateEvening)).toBe('expiring')
  expect(documentState('2026-11-25', midnight)).toBe('expired')
  expect(documentState('2026-12-25', lateEvening)).toBe('expiring')
  expect(documentState('2026-12-26', lateEvening)).toBe('valid')
  expect(documentState(null, midnight)).toBe('valid')
})

const application = {
  name: '赤峰示例农牧专业合作社',
  kind: 'cooperative',
  divisionCode: '150430',
  creditCode: '91150430ma0a1b2c24',
  contactName: '白云山',
  contactPhone: '139 1234 5678',
  story: '我们在敖汉旗的山坡上种谷子，已经三代人了，只用旱作老品种。',
}

test('an application is read however it is typed, and a miscopied credit code is not', () => {
  expect(applicationSchema.parse(application)).toMatchObject({
    creditCode: '91150430MA0A1B2C24',
    contactPhone: '13912345678',
    foodLicence: null,
    town: null,
  })
  const miscopied = applicationSchema.safeParse({ ...application, creditCode: '91150430MA0A1B2C25' })
  expect(miscopied.error?.issues[0]).toMatchObject({ path: ['creditCode'], message: 'invalid-credit-code' })
})

test('a paper that must end says when', () => {
  expect(documentSchema.safeParse({ kind: 'food-licence', expiresOn: '' }).success).toBe(false)
  expect(documentSchema.safeParse({ kind: 'business-licence', expiresOn: '' }).success).toBe(true)
  expect(documentSchema.safeParse({ kind: 'organic', expiresOn: '2027-02-30' }).success).toBe(false)
})
