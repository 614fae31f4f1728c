export const returnRules = [
  'seven-days',
  'seven-days-unopened',
  'excluded-perishable',
  'excluded-custom',
] as const
export type ReturnRule = (typeof returnRules)[number]

/**
 * What the law says of a rule. Consumer Protection Law, Article 25: seven days without a reason for goods sold at
 * a distance, except (1) made to order, (2) fresh and perishable, and goods which by their nature are unsuited
 * once the buyer has confirmed it at the purchase. The Interim Measures for seven-day returns, Articles 6 and 7,
 * put food that was opened among the latter.
 */
export type ReturnTerms = {
  isReturnable: boolean
  /** Returned only in its closed package. */
  mustBeUnopened: boolean
  /** The buyer confirms at the purchase; without it the seller may not refuse a return. */
  needsConsent: boolean
  statute: { zh: string; en: string }
}

const article25 = '《消费者权益保护法》第二十五条'
const article25En = 'Consumer Protection Law of the PRC, Article 25'

const terms: Readonly<Record<ReturnRule, ReturnTerms>> = {
  'seven-days': {
    isReturnable: true,
    mustBeUnopened: false,
    needsConsent: false,
    statute: { zh: article25, en: article25En },
  },
  'seven-days-unopened': {
    isReturnable: true,
    mustBeUnopened: true,
    needsConsent: false,
    statute: {
      zh: `${article25}；《网络购买商品七日无理由退货暂行办法》第七条`,
      en: `${article25En}; Interim Measures for Seven-Day Returns of Goods Bought Online, Article 7`,
    },
  },
  'excluded-perishable': {
    isReturnable: false,
    mustBeUnopened: false,
    needsConsent: true,
    statute: { zh: `${article25}第一款第（二）项`, en: `${article25En}, paragraph 1 (2)` },
  },
  'excluded-custom': {
    isReturnable: false,
    mustBeUnopened: false,
    needsConsent: true,
    statute: { zh: `${article25}第一款第（一）项`, en: `${article25En}, paragraph 1 (1)` },
  },
}

export function returnTerms(rule: ReturnRule): ReturnTerms {
  return terms[rule]
}

export function readReturnRule(column: string): ReturnRule {
  return returnRules.find((rule) => rule === column) ?? 'seven-days'
}
