/**
 * Consumer Protection Law, Article 25: seven days without a reason for goods sold at a distance, except (1) made to
 * order, (2) fresh and perishable, and goods which by their nature are unsuited once the buyer has confirmed it at the
 * purchase; without that tick the seller may not refuse. The Interim Measures for seven-day returns, Articles 6 and 7,
 * put food that was opened among the latter.
 */
export const returnRules = [
  'seven-days',
  'seven-days-unopened',
  'excluded-perishable',
  'excluded-custom',
] as const
export type ReturnRule = (typeof returnRules)[number]

export function readReturnRule(column: string): ReturnRule {
  return returnRules.find((rule) => rule === column) ?? 'seven-days'
}
