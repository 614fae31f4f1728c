import { expect, test } from 'vitest'
import { normaliseTrackingNumber, suggestCourier } from './couriers.ts'

test.each([
  ['SF1234567890123', 'SF'],
  ['sf 1234 5678 90123', 'SF'],
  ['ＳＦ１２３４５６７８９０１２３', 'SF'],
  ['JDVA12345678901', 'JD'],
  ['73123456789012', 'ZTO'],
  ['YT1234567890123', 'YTO'],
  ['312345678901234', 'YUNDA'],
  ['77123456789012', 'STO'],
  ['JT1234567890123', 'JT'],
  ['9812345678901', 'EMS'],
  ['EA123456789CN', 'EMS'],
  ['DPK123456789012', 'DPK'],
  ['SF123', null],
  ['20261124', null],
])('%s looks like a number of %s', (number, courier) => {
  expect(suggestCourier(number)).toBe(courier)
})

test('a number is kept as the carrier prints it', () => {
  expect(normaliseTrackingNumber(' yt-1234 567890123\n')).toBe('YT1234567890123')
})
