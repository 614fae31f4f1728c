import { shanghaiMinute } from '#app/kernel/clock.ts'

/** 14:03 in Shanghai; of another day than that of the figure 11-24 14:03, so that nobody takes it for today's. */
export function saleTime(at: string, asOf: string): string {
  const [sold, shown] = [shanghaiMinute(new Date(at)), shanghaiMinute(new Date(asOf))]
  return sold.slice(0, 10) === shown.slice(0, 10) ? sold.slice(11) : sold.slice(5)
}
