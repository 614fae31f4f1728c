import { describe, expect, it } from 'vitest'
import {
  isDay,
  isInstant,
  parseShanghaiMinute,
  shanghaiDay,
  shanghaiMinute,
  shanghaiMonth,
  startOfMinute,
  startOfShanghaiDay,
} from './clock.ts'

describe('Shanghai days', () => {
  it('begin at 16:00 UTC of the day before (T86)', () => {
    expect(shanghaiDay(new Date('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23')
    expect(shanghaiDay(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24')
    expect(startOfShanghaiDay(new Date('2026-11-24T15:59:59.999Z'))).toEqual(new Date('2026-11-23T16:00:00Z'))
  })

  it('carry the month with them', () => {
    expect(shanghaiMonth(new Date('2026-11-30T15:59:59Z'))).toBe(11)
    expect(shanghaiMonth(new Date('2026-11-30T16:00:00Z'))).toBe(12)
  })

  it('are cut into whole minutes', () => {
    expect(startOfMinute(new Date('2026-11-24T04:05:06.789Z'))).toEqual(new Date('2026-11-24T04:05:00Z'))
  })
  it('are written with their minute, the same in both languages (T99)', () => {
    expect(shanghaiMinute(new Date('2026-12-31T15:59:59.999Z'))).toBe('2026-12-31 23:59')
    expect(shanghaiMinute(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01 00:00')
  })
})

it('only what toISOString writes is an instant', () => {
  expect(isInstant('2026-11-24T04:05:06.789Z')).toBe(true)
  const others = ['', '1', '2026-11-24', '2026-02-31T00:00:00.000Z', '9999-99-99T99:99:99.999Z', 'infinity']
  expect(others.filter(isInstant)).toEqual([])
})

it('an instant or a day that PostgreSQL does not take is none', () => {
  const years = ['0000', '-000001', '+010000', '+275760', '1899']
  expect(years.map((year) => `${year}-01-01T00:00:00.000Z`).filter(isInstant)).toEqual([])
  expect(years.map((year) => `${year}-01-01`).filter(isDay)).toEqual([])
})

it('a day is one that the calendar has', () => {
  const days = ['2026-11-24', '2028-02-29', '1900-01-01', '9999-12-31']
  expect(days.filter(isDay)).toEqual(days)
  const others = [
    '',
    '2026-02-30',
    '2026-02-29',
    '2026-1-1',
    '2026-13-01',
    '2026-11-24T00',
    ' 2026-11-24',
    null,
    20,
  ]
  expect(others.filter(isDay)).toEqual([])
})

it('a minute that a form sends is one of Shanghai', () => {
  expect(parseShanghaiMinute('2026-11-24T09:30')).toEqual(new Date('2026-11-24T01:30:00Z'))
  expect(
    [
      '',
      '2026-11-24',
      '2026-11-24 09:30',
      '2026-13-01T09:30',
      '2026-11-24T25:00',
      '2026-02-30T09:30',
      '0000-01-01T09:30',
    ].map(parseShanghaiMinute),
  ).toEqual(Array(7).fill(null))
})
