import { describe, expect, test } from 'vitest'
import {
  afterSaleTransitions,
  before,
  canFollow,
  groupTransitions,
  orderTransitions,
  paymentTransitions,
  refundTransitions,
  standingOf,
  whyNotCancellable,
} from './lifecycle.ts'

const tables: Record<string, [first: string, table: Record<string, ReadonlyArray<string>>]> = {
  group: ['awaiting-payment', groupTransitions],
  order: ['awaiting-payment', orderTransitions],
  payment: ['creating', paymentTransitions],
  refund: ['requested', refundTransitions],
  request: ['requested', afterSaleTransitions],
}

describe.each(Object.entries(tables))('the table of a %s', (_name, [first, table]) => {
  const states = Object.keys(table)

  test('leads from the first state to every other', () => {
    const reached = new Set([first])
    for (const state of reached) for (const next of table[state] ?? []) reached.add(next)
    expect([...reached].sort()).toEqual(states.toSorted())
  })

  test('leads nowhere but to its own states, and from none to itself', () => {
    for (const [state, nexts] of Object.entries(table)) {
      expect(states).toEqual(expect.arrayContaining([...nexts]))
      expect(nexts).not.toContain(state)
    }
  })

  test('is read the same in both directions', () => {
    for (const to of states) {
      expect(before(table, to)).toEqual(states.filter((from) => canFollow(table, from, to)))
    }
  })
})

test('money that is there never makes goods that were given up come back by themselves', () => {
  expect(canFollow(groupTransitions, 'cancelled', 'paid')).toBe(false)
  expect(canFollow(groupTransitions, 'paid-after-release', 'paid')).toBe(false)
  expect(canFollow(paymentTransitions, 'paid', 'expired')).toBe(false)
})

test.each([
  ['awaiting-payment', ['awaiting-payment'], null],
  ['paid', ['to-ship', 'to-ship'], null],
  ['paid', ['to-ship', 'refunded'], null],
  ['paid', ['to-ship', 'shipped'], 'already-shipped'],
  ['paid', ['partly-shipped'], 'already-shipped'],
  // Its refund has failed: a person is at it.
  ['paid', ['cancelled'], 'already-closed'],
  ['refunding', ['cancelled'], 'already-closed'],
  ['expired', ['cancelled'], 'already-closed'],
] as const)('a group that is %s with orders %j: cancelling is refused with %s', (group, orders, refusal) => {
  expect(whyNotCancellable(group, orders)).toBe(refusal)
})

test('for its buyer a paid order goes on: its goods leave, arrive, or go back, or money is owed for them', () => {
  const standings = [
    ['to-ship', 'to-ship'],
    ['to-ship', 'partly-shipped'],
    ['completed', 'shipped'],
    ['completed', 'refunded'],
    ['refunded', 'refunded'],
    ['cancelled', 'to-ship'],
    ['cancelled', 'cancelled'],
    ['cancelled', 'refunded'],
  ] as const
  expect(standings.map((orders) => standingOf('paid', orders))).toEqual([
    'paid',
    'under-way',
    'under-way',
    'arrived',
    'refunded',
    'paid',
    'owed',
    'owed',
  ])
  expect(standingOf('refunding', ['completed'])).toBe('refunding')
})
