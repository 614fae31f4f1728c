import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soundDraft, soundVariant } from '#tests/support/drafts.ts'
import type { ListingDraft } from './draft.ts'
import { changedFields, mergeDrafts } from './merge-drafts.ts'

const base = soundDraft()

test('drafts differ in the fields whose content differs, whatever the order of their keys', () => {
  const { label, ...rest } = base
  const shuffled = { label: Object.fromEntries(Object.entries(label).reverse()), ...rest } as ListingDraft
  expect(changedFields(base, shuffled)).toEqual([])
  const changed = soundDraft({
    variants: [soundVariant({ priceFen: 1_991 })],
    label: { ...label, grade: '一级' },
  })
  expect(changedFields(base, changed)).toEqual(['variants', 'label'])
})

test('two people who changed different fields both have theirs (T10)', () => {
  const mine = soundDraft({ title: '敖汉黄小米 新米' })
  const theirs = soundDraft({ subtitle: '2026 年秋收' })
  expect(mergeDrafts(base, mine, theirs)).toEqual({
    merged: soundDraft({ title: '敖汉黄小米 新米', subtitle: '2026 年秋收' }),
    alsoChanged: ['subtitle'],
    conflicts: [],
  })
})

test('what both changed is a conflict, unless they wrote the same', () => {
  const mine = soundDraft({ title: '甲的标题', subtitle: '同样的副题' })
  const theirs = soundDraft({ title: '乙的标题', subtitle: '同样的副题' })
  expect(mergeDrafts(base, mine, theirs)).toMatchObject({ alsoChanged: [], conflicts: ['title'] })
})

test('nothing that anybody changed is lost: it is in the merge, or named as a conflict (T10)', () => {
  const edit = fc.record(
    {
      title: fc.constantFrom('甲', '乙', base.title),
      subtitle: fc.constantFrom('甲', '乙', base.subtitle),
      giName: fc.constantFrom('甲', '乙', base.giName),
      shelfLifeDays: fc.constantFrom(1, 2, base.shelfLifeDays),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(edit, edit, (one, other) => {
      const [mine, theirs] = [soundDraft(one), soundDraft(other)]
      const { merged, conflicts, alsoChanged } = mergeDrafts(base, mine, theirs)
      for (const field of changedFields(base, mine)) expect(merged[field]).toEqual(mine[field])
      for (const field of changedFields(base, theirs)) {
        const isKept = changedFields(merged, theirs).includes(field) === false
        expect(isKept || conflicts.includes(field)).toBe(true)
      }
      expect(alsoChanged.every((field) => merged[field] === theirs[field])).toBe(true)
    }),
  )
})
