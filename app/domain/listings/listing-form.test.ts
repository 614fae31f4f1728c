import { expect, test } from 'vitest'
import { draftForm, soundDraft, soundVariant } from '#tests/support/drafts.ts'
import { emptyDraft, type ListingDraft } from './draft.ts'
import { addPictures, editDraft } from './edit-draft.ts'
import { readListingForm } from './listing-form.ts'

const full: ListingDraft = soundDraft({
  titleEn: 'Aohan millet',
  description: '第一行，够十个字了吧。\n第二行。',
  keywords: ['谷子', 'foxtail millet'],
  seasonMonths: [9, 10],
  certificates: ['green', 'gi'],
  giName: '敖汉小米',
  giAuthorisation: '授权-12',
  isAlcohol: true,
  variants: [
    soundVariant({ sku: 'A-1', initialStock: null, maxPerPerson: 4 }),
    soundVariant({ label: '5斤', isActive: false }),
  ],
  batches: [
    {
      code: '20261101-K2',
      producedOn: '2026-11-01',
      expiresOn: null,
      papers: [
        {
          kind: 'inspection',
          number: 'J1',
          issuer: '检验所',
          issuedOn: '2026-11-02',
          expiresOn: '2027-11-02',
        },
      ],
    },
  ],
})

test('what the form shows is what it sends back', () => {
  expect(readListingForm(draftForm(full))).toEqual({ draft: full, errors: {} })
  expect(readListingForm(draftForm(emptyDraft()))).toEqual({ draft: emptyDraft(), errors: {} })
})

test('half a number is said and left empty, and the rest is read', () => {
  const form = draftForm(full)
  form.set('variants.0.priceFen', '12.345')
  form.set('shelfLifeDays', '一年')
  form.set('batches.0.producedOn', '2026-02-31')
  const { draft, errors } = readListingForm(form)
  expect(errors).toEqual({
    'variants.0.priceFen': 'not-a-price',
    shelfLifeDays: 'not-a-number',
    'batches.0.producedOn': 'not-a-day',
  })
  expect(draft).toMatchObject({ title: full.title, shelfLifeDays: null, variants: [{ priceFen: null }, {}] })
})

test('digits and separators are read however a phone types them', () => {
  const form = draftForm(full)
  form.set('variants.0.priceFen', '￥１９．９')
  form.set('shelfLifeDays', '３６５')
  form.set('keywords', '谷子，粟、粟; millet')
  form.set('description', '第一行\r\n第二行')
  expect(readListingForm(form).draft).toMatchObject({
    variants: [{ priceFen: 1_990 }, {}],
    shelfLifeDays: 365,
    keywords: ['谷子', '粟', 'millet'],
    description: '第一行\n第二行',
  })
})

test('what no form of ours sends is no draft', () => {
  for (const [name, value] of [
    ['storage', 'nowhere'],
    ['pictures.0.key', '../../etc/passwd'],
    ['title', '长'.repeat(121)],
    ['batches.0.papers.passport.number', '1'],
  ] as const) {
    const form = draftForm(full)
    form.set(name, value)
    expect(readListingForm(form).draft, name).toBeNull()
  }
})

test('pictures move one place, and the ends stay where they are', () => {
  const pictures = ['a', 'b', 'c'].map((letter) => ({ ...soundDraft().pictures[0]!, key: letter.repeat(24) }))
  const order = (intent: string) =>
    editDraft(soundDraft({ pictures }), intent)
      ?.pictures.map(({ key }) => key[0])
      .join('')
  expect(
    ['picture-up:1', 'picture-down:1', 'picture-up:0', 'picture-down:2', 'remove-picture:1'].map(order),
  ).toEqual(['bac', 'acb', 'abc', 'abc', 'ac'])
})

test('the same photo twice is one, and nine are the most', () => {
  const photo = (digit: number) => ({ ...soundDraft().pictures[0]!, key: String(digit).repeat(24) })
  const draft = addPictures(soundDraft({ pictures: [photo(1)] }), [photo(1), photo(2)])
  expect(draft.pictures).toEqual([photo(1), photo(2)])
  expect(addPictures(draft, [0, 3, 4, 5, 6, 7, 8, 9].map(photo)).pictures).toHaveLength(9)
})

test('variants and batches are added up to their most, and taken away', () => {
  let draft: ListingDraft | null = soundDraft()
  for (let n = 0; n < 20; n += 1) draft = draft && editDraft(draft, 'add-variant')
  expect(draft?.variants).toHaveLength(12)
  expect(editDraft(soundDraft(), 'remove-variant:0')?.variants).toEqual([])
  expect(editDraft(soundDraft(), 'add-batch')?.batches).toHaveLength(1)
  expect(editDraft(soundDraft(), 'launch-rocket:1')).toBeNull()
})
