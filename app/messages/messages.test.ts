import { expect, test } from 'vitest'
import { help as enHelp } from './en/help.ts'
import { live as enLive } from './en/live.ts'
import { livestreams as enLivestreams } from './en/livestreams.ts'
import { sms as enSms } from './en/sms.ts'
import { staffSms as enStaffSms } from './en/staff-sms.ts'
import { enStaff as en } from './en-staff.ts'
import { help as zhHelp } from './zh/help.ts'
import { live as zhLive } from './zh/live.ts'
import { livestreams as zhLivestreams } from './zh/livestreams.ts'
import { sms as zhSms } from './zh/sms.ts'
import { staffSms as zhStaffSms } from './zh/staff-sms.ts'
import { zhStaff as zh } from './zh-staff.ts'

/** Stands for whatever a sentence is made with: a number, a word, an object of them. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_target, name) => (name === Symbol.toPrimitive ? () => 7 : anything),
  apply: () => anything,
})

function sentences(words: unknown, path = ''): Array<[path: string, text: string]> {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words === 'function') return [[path, String(words(...Array(words.length).fill(anything)))]]
  return Object.entries(words ?? {}).flatMap(([key, value]) => sentences(value, `${path}.${key}`))
}

test('no English word stands in a Chinese sentence (T98)', () => {
  // Formats and units, the shapes of an order number and a food licence, pinyin to type, Stripe, the name of the other language, and what Douyin itself prints (达人ID, UV).
  const foreign =
    /\b(?:JPG|PNG|WebP|PDF|XLSX|CSV|JSON|MB|kg|ICP|SC|CF\d{8}X*|xiaomi|ahxm|Stripe|English|ID|UV)\b/g
  const found = sentences({ zh, zhHelp, zhLive, zhLivestreams, zhSms, zhStaffSms }).filter(([, text]) =>
    /[A-Za-z]{2,}/.test(text.replace(foreign, '')),
  )
  expect(found).toEqual([])
})

test('no Chinese character and no Chinese mark stands in an English sentence (T98)', () => {
  const found = sentences({ en, enHelp, enLive, enLivestreams, enSms, enStaffSms }).filter(([, text]) =>
    /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text.replace('中文', '')),
  )
  expect(found).toEqual([])
})

test('no sentence is empty', () => {
  const all = { zh, en, zhHelp, enHelp, zhLive, enLive, zhLivestreams, enLivestreams, zhSms, enSms }
  expect(sentences({ ...all, zhStaffSms, enStaffSms }).filter(([, text]) => !text.trim())).toEqual([])
})
