import type pg from 'pg'
import { initialsOf, spell } from '#app/domain/search/spell.ts'
import { categories } from '../data/categories.ts'
import { divisionTexts } from '../data/divisions.ts'
import type { EnterprisePlan } from '../plan/enterprises.ts'
import type { Speciality } from '../plan/specialities.ts'
import { copyRows, type Row } from './copy.ts'

/** Terms offered while typing, each reachable by its characters, its pinyin and its initials. */
export async function writeSuggestions(
  client: pg.ClientBase,
  specialities: ReadonlyArray<Speciality>,
  enterprises: ReadonlyArray<EnterprisePlan>,
): Promise<void> {
  const rows = new Map<string, Row>()
  const add = (kind: string, text: string, textEn: string, weight: number) => {
    rows.set(`${kind}/${text}`, [text, textEn, spell(text), initialsOf(text), kind, weight])
  }
  for (const { name, nameEn, shortName } of divisionTexts) {
    add('division', name, nameEn, 100)
    if (shortName.length > 1) add('division', shortName, nameEn, 95)
  }
  for (const { name, nameEn, children } of categories) {
    add('category', name, nameEn, 80)
    for (const child of children) add('category', child.name, child.nameEn, 75)
  }
  for (const { name, text } of specialities) add('speciality', plain(name), text.nameEn, 60)
  for (const { name, nameEn } of enterprises) add('enterprise', name, nameEn, 20)
  await copyRows(
    client,
    'suggestion',
    ['text', 'text_en', 'pinyin', 'initials', 'kind', 'weight'],
    rows.values(),
  )
}

/** 赤峰对夹 for 赤峰对夹(速冻): nobody types the brackets. */
function plain(name: string): string {
  return name.replace(/[(（].*[)）]$/, '')
}
