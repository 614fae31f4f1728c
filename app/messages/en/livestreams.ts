import type { Translated } from '../translated.ts'
import type { livestreams as zh } from '../zh/livestreams.ts'

export const livestreams: Translated<typeof zh> = {
  title: 'Livestreams',
  description: 'Chifeng Good Products live on Douyin: when, with whom, and with which goods.',
  today: 'Today',
  coming: 'Next',
  past: 'Earlier',
  none: 'No livestream today',
  noneComing: 'Nothing is planned yet',
  onAir: 'On air',
  host: 'Host',
  products: 'Goods of this stream',
  fairComing: 'Coming',
  fairGoods: 'Goods on show',
  toCome: 'Exhibitors and goods will be listed here once they are settled.',
  moreGoods: 'More goods on show',
  schedule: 'Livestreams',
}
