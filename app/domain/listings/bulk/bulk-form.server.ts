import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { formTexts } from '#app/kernel/form.ts'
import { isUuid } from '#app/kernel/ids.ts'
import type { Services } from '#app/platform/services.server.ts'
import { applyBulk } from './apply-bulk.server.ts'
import { readBulkKind, readPercent } from './bulk-act.ts'
import { undoBulk } from './undo-bulk.server.ts'

export type BulkAnswer = { ok: true; id: string } | { ok: false; failure: 'unreadable' | 'too-late' }

/** Carries out the form of a bulk act, or its undo. */
export async function changeInBulk(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  form: FormData,
): Promise<BulkAnswer> {
  const text = (name: string) => String(form.get(name) ?? '').replaceAll('\0', '')
  const key = text('key')
  if (!isUuid(key)) return { ok: false, failure: 'unreadable' }
  if (form.get('intent') === 'undo') {
    const undone = await undoBulk(services, scope, key)
    return undone.ok ? { ok: true, id: key } : { ok: false, failure: undone.code }
  }
  const kind = readBulkKind(text('act'))
  const percent = readPercent(text('percent'))
  const [categoryCode = '', subcategoryCode = ''] = text('subcategoryCode').split('/')
  const isIncomplete =
    (kind === 'price' && percent === null) || (kind === 'move-category' && subcategoryCode === '')
  if (isIncomplete) return { ok: false, failure: 'unreadable' }
  const ids = formTexts(form, 'listing')
  const category = { categoryCode, subcategoryCode }
  await applyBulk(services, scope, { key, kind, ids, percent, seen: seenPrices(form), category })
  return { ok: true, id: key }
}

/** `seen.` and an article number is what a variant cost in the preview. */
function seenPrices(form: FormData): Map<string, number> {
  const seen = new Map<string, number>()
  for (const [name, value] of form) {
    const price = Number(value)
    if (name.startsWith('seen.') && Number.isSafeInteger(price)) seen.set(name.slice(5), price)
  }
  return seen
}
