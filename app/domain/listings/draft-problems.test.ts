import { expect, test } from 'vitest'
import { categories } from '#prisma/seed/data/categories.ts'
import { soundDraft, soundVariant } from '#tests/support/drafts.ts'
import type { ListingDraft } from './draft.ts'
import { findDraftProblems, isBarcode } from './draft-problems.ts'
import { goodsKind, labelRules } from './label-rules.ts'
import type { HeldPapers } from './mark-rules.ts'
import { paperState, requiredPapers } from './paper-rules.ts'

const today = '2026-11-24'
const problemsOf = (changes: Parameters<typeof soundDraft>[0], held: HeldPapers = null) =>
  findDraftProblems(soundDraft(changes), { today, held }).map(({ field, code }) => `${field} ${code}`)

const lamb: Partial<ListingDraft> = {
  categoryCode: 'meat',
  subcategoryCode: 'meat-lamb',
  storage: 'frozen',
  returnRule: 'excluded-perishable',
  label: { foodName: '羔羊腿', origin: '赤峰', producer: '牧场', producerPhone: '0476-8000000' },
}
const paper = (kind: 'quarantine' | 'meat-quality', expiresOn: string | null = null) => ({
  kind,
  number: `A-${kind}`,
  issuer: '旗动物卫生监督所',
  issuedOn: '2026-11-20',
  expiresOn,
})
const batch = (papers: ListingDraft['batches'][number]['papers'], expiresOn: string | null = null) => ({
  code: '',
  ownCode: '',
  producedOn: '2026-11-20',
  expiresOn,
  papers,
})

test('a draft with everything in its place has no problem', () => {
  expect(problemsOf({})).toEqual([])
})

test('each thing that is missing is named by its field', () => {
  expect(problemsOf({ title: '', pictures: [], variants: [], label: {} })).toEqual([
    'title required',
    'pictures required',
    'variants required',
    ...[
      'foodName',
      'ingredients',
      'netContent',
      'producer',
      'producerAddress',
      'producerPhone',
      'storage',
      'foodLicence',
      'standard',
    ].map((field) => `label.${field} required`),
  ])
})

test('fresh farm produce needs fewer lines of a label than prepackaged food', () => {
  const required = (code: string) => labelRules(code).filter(({ isRequired }) => isRequired).length
  expect(required('produce-vegetable')).toBeLessThan(required('grain-millet'))
  expect(required('craft-stone')).toBeLessThan(required('produce-vegetable'))
})

test('words that food may not be sold with are refused wherever they stand', () => {
  expect(problemsOf({ title: '降血糖荞麦米', keywords: ['纯天然'] })).toEqual([
    'title banned-claim',
    'keywords banned-claim',
  ])
})

test('variants are told apart and priced, and a barcode has its check digit', () => {
  const variants = [
    soundVariant({ barcode: '6901234567892' }),
    soundVariant({ priceFen: null, maxPerPerson: 1, minQuantity: 2 }),
  ]
  expect(problemsOf({ variants })).toEqual([
    'variants.1.priceFen price-required',
    'variants.1.maxPerPerson limit-below-minimum',
    'variants.1.label duplicate-variant',
  ])
  expect([isBarcode('6901234567892'), isBarcode('6901234567893'), isBarcode('123')]).toEqual([
    true,
    false,
    false,
  ])
})

test('the mark of a geographical indication needs the authorisation', () => {
  expect(problemsOf({ certificates: ['gi'], giName: '敖汉小米' })).toEqual([
    'giAuthorisation gi-needs-authorisation',
  ])
})

test('a mark needs the enterprise’s own paper, also where an authorisation is named and no mark is ticked', () => {
  const unproven = ['certificates mark-unproven']
  const authorised = { giName: '敖汉小米', giAuthorisation: 'GI-2026-001' }
  expect(problemsOf({ certificates: ['green'] }, [])).toEqual(unproven)
  expect(problemsOf({ certificates: ['green'] }, ['organic'])).toEqual(unproven)
  expect(problemsOf({ certificates: ['green', 'assistance'] }, ['green-food'])).toEqual([])
  expect(problemsOf(authorised, [])).toEqual(unproven)
  expect(problemsOf({ certificates: ['gi'], ...authorised }, ['gi-authorisation'])).toEqual([])
})

test('spirits are marked as such, and frozen goods say that they do not come back', () => {
  expect(problemsOf({ categoryCode: 'drink', subcategoryCode: 'drink-spirit' })).toEqual([
    'isAlcohol alcohol-unmarked',
  ])
  expect(problemsOf({ storage: 'frozen' })).toEqual(['returnRule perishable-needs-cold-or-exclusion'])
})

test('meat is not sold without the papers of a batch that holds (E7)', () => {
  expect(problemsOf(lamb)).toEqual(['batches papers-missing'])
  expect(problemsOf({ ...lamb, batches: [batch([paper('quarantine')])] })).toEqual(['batches papers-missing'])
  const both = [paper('quarantine'), paper('meat-quality')]
  expect(problemsOf({ ...lamb, batches: [batch(both)] })).toEqual([])
  expect(problemsOf({ ...lamb, batches: [batch(both, '2026-11-23')] })).toEqual(['batches papers-expired'])
  const ended = [paper('quarantine', '2026-11-23'), paper('meat-quality')]
  expect(problemsOf({ ...lamb, batches: [batch(ended)] })).toEqual(['batches papers-expired'])
  expect(problemsOf({ ...lamb, batches: [batch(ended), batch(both)] })).toEqual([])
})

test('the best batch says until when, and the last week is told', () => {
  const both = [paper('quarantine', '2026-12-20'), paper('meat-quality')]
  const state = (batches: ListingDraft['batches']) =>
    paperState({ subcategoryCode: 'meat-lamb', batches }, today)
  expect(state([batch(both)])).toEqual({ kind: 'valid', until: '2026-12-20' })
  expect(state([batch(both, '2026-12-01')])).toEqual({ kind: 'expiring', until: '2026-12-01' })
  expect(state([batch(both, '2026-12-02')])).toEqual({ kind: 'valid', until: '2026-12-02' })
  expect(state([batch(both, '2026-11-24')])).toEqual({ kind: 'expiring', until: '2026-11-24' })
  expect(state([batch([paper('quarantine'), paper('meat-quality')])])).toEqual({ kind: 'valid', until: null })
})

test('a paper that is begun is finished, and nothing ends before it begins', () => {
  const begun = { ...paper('quarantine', '2026-11-01'), issuer: '', issuedOn: '2026-11-20' }
  const batches = [{ code: '', producedOn: null, expiresOn: null, papers: [begun] }]
  expect(problemsOf({ batches })).toEqual([
    'batches.0.producedOn required',
    'batches.0.papers.quarantine.issuer required',
    'batches.0.papers.quarantine.expiresOn ends-before-it-begins',
  ])
})

test('the rules name categories that there are', () => {
  const codes = categories.flatMap(({ children }) => children.map(({ code }) => code))
  const kinds = (kind: string) => codes.filter((code) => goodsKind(code) === kind)
  expect(kinds('farm-produce')).toEqual(
    expect.arrayContaining([
      'meat-lamb',
      'produce-fruit',
      'fungi-fresh',
      'egghoney-egg',
      'aquatic-fish',
      'aquatic-crab',
      'herb-root',
    ]),
  )
  expect(kinds('craft')).toHaveLength(6)
  expect(codes.filter((code) => requiredPapers(code).length > 0)).toEqual(
    expect.arrayContaining(['meat-beef', 'produce-tuber', 'fungi-fresh', 'egghoney-egg', 'aquatic-crab']),
  )
})
