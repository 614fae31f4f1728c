import type { Problem } from './schemas.ts'

const problems = {
  'invalid-parameter': { status: 400, title: '参数无法理解', titleEn: 'A parameter was not understood' },
  'unknown-product': { status: 404, title: '没有这件商品', titleEn: 'There is no such product' },
  'unknown-exhibition': {
    status: 404,
    title: '没有公开数字的这个展会',
    titleEn: 'There is no such fair with public figures',
  },
  'not-found': { status: 404, title: '没有这个接口', titleEn: 'There is no such resource' },
  'method-not-allowed': { status: 405, title: '只支持读取', titleEn: 'Only reading is supported' },
} as const

export type ProblemType = keyof typeof problems

/** An error as RFC 9457 says it, in both languages, because an API answer does not depend on who asks. */
export function problemOf(type: ProblemType, parameter?: string): Problem {
  return { type, ...problems[type], ...(parameter === undefined ? {} : { parameter }) }
}
