import { parseShanghaiMinute } from '#app/kernel/clock.ts'

/** When an enterprise would like its goods on sale; null for as soon as they are accepted. */
export function readWish(text: string, now: Date): Date | null | 'time-passed' {
  if (text === '') return null
  return wishAhead(parseShanghaiMinute(text), now) ?? 'time-passed'
}

/** What has passed is no time to choose any more, for whoever asks and whoever decides. */
export function wishAhead(wishedAt: Date | null, now: Date): Date | null {
  return wishedAt && wishedAt > now ? wishedAt : null
}
