import { expect, test } from 'vitest'
import { fen } from '#app/kernel/money.ts'
import { everyDay } from './sales-days.ts'

test('each day has its row, with what its channels sold and gave back, and a day without sales has 0', () => {
  const sums = [
    { day: '2026-02-28', amountFen: fen(1_200) },
    { day: '2026-02-28', amountFen: fen(-200) },
    { day: '2026-02-20', amountFen: fen(9_999) },
  ]
  expect(everyDay(sums, '2026-03-02', 4)).toEqual([
    { day: '2026-02-27', amountFen: 0 },
    { day: '2026-02-28', amountFen: 1_000 },
    { day: '2026-03-01', amountFen: 0 },
    { day: '2026-03-02', amountFen: 0 },
  ])
})
