import { describe, expect, it } from 'vitest'
import { shanghaiDay, shanghaiMonth, startOfMinute, startOfShanghaiDay } from './clock.ts'

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
})
