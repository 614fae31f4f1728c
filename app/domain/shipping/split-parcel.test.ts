import { expect, test } from 'vitest'
import { splitParcel } from './split-parcel.ts'

const unsent = [
  { lineId: 'millet', variantId: 1, quantity: 3 },
  { lineId: 'beans', variantId: 2, quantity: 1 },
]

test('without a choice all that is left leaves', () => {
  expect(splitParcel(unsent)).toEqual({ ok: true, value: { sent: unsent, rest: [] } })
})

test('what is not named, and what is named in part, stays', () => {
  expect(splitParcel(unsent, [{ lineId: 'millet', quantity: 2 }])).toEqual({
    ok: true,
    value: {
      sent: [{ lineId: 'millet', variantId: 1, quantity: 2 }],
      rest: [
        { lineId: 'millet', variantId: 1, quantity: 1 },
        { lineId: 'beans', variantId: 2, quantity: 1 },
      ],
    },
  })
})

test.each([
  [[{ lineId: 'millet', quantity: 4 }], 'too-many-units'],
  [
    [
      { lineId: 'millet', quantity: 2 },
      { lineId: 'millet', quantity: 2 },
    ],
    'too-many-units',
  ],
  [[{ lineId: 'millet', quantity: -1 }], 'too-many-units'],
  [[{ lineId: 'of another order', quantity: 1 }], 'too-many-units'],
  [[{ lineId: 'millet', quantity: 0 }], 'nothing-to-ship'],
])('%j is refused with %s', (wanted, code) => {
  expect(splitParcel(unsent, wanted)).toMatchObject({ ok: false, code })
})
