import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { formValues } from '#app/kernel/form.ts'
import { readVersion } from '#app/kernel/version.ts'
import { parseYuan } from '#app/kernel/yuan-input.ts'
import type { Services } from '#app/platform/services.server.ts'
import { changePrice, type PriceRefusal } from './change-price.server.ts'
import { copyListing } from './copy-listing.server.ts'
import { isPriceJump } from './price-jump.ts'
import { publishAgain, takeDown } from './take-down.server.ts'
import { discardDraft, withdrawListing } from './withdraw-listing.server.ts'

export type ActAnswer = {
  ok: boolean
  failure?: string
  /** Another listing to go on with; empty for the list. */
  goTo?: string
  /** The variant whose price was asked to change, and what it is if that is not what was seen. */
  articleNumber?: string
  priceFen?: number
  /** The form of that price as it was sent, where it was refused. */
  typed?: { price: string; showsReduction: boolean }
}

type Acting = Pick<Services, 'pool' | 'clock'>

/** Carries out an act that needs no form of the editor; null for what is no such act. */
export async function actOnListing(
  services: Acting,
  scope: EnterpriseScope,
  id: string,
  form: FormData,
): Promise<ActAnswer | null> {
  switch (form.get('intent')) {
    case 'withdraw':
      return answer(await withdrawListing(services, scope, id))
    case 'take-down':
      return answer(await takeDown(services, scope, id))
    case 'publish-again':
      return answer(await publishAgain(services, scope, id))
    case 'copy': {
      const copied = await copyListing(services, scope, id)
      return copied.ok ? { ok: true, goTo: copied.value.id } : answer(copied)
    }
    case 'discard': {
      const discarded = await discardDraft(services, scope, id, readVersion(form.get('version')))
      if (!discarded.ok && discarded.code === 'changed') return { ok: false, failure: 'changed-by-colleague' }
      return discarded.ok && discarded.value.isGone ? { ok: true, goTo: '' } : answer(discarded)
    }
    case 'change-price':
      return await price(services, scope, form)
    default:
      return null
  }
}

function answer(result: { ok: true } | { ok: false; code: string }): ActAnswer {
  return result.ok ? { ok: true } : { ok: false, failure: result.code }
}

async function price(services: Acting, scope: EnterpriseScope, form: FormData): Promise<ActAnswer> {
  const { articleNumber = '', price = '', seenFen, confirmedFen } = formValues(form)
  const typed = { price, showsReduction: form.has('showsReduction') }
  const edit = { articleNumber, priceFen: parseYuan(price) ?? 0, seenFen: Number(seenFen) }
  if (edit.priceFen > 0 && isPriceJump(edit.seenFen, edit.priceFen) && confirmedFen !== String(edit.priceFen))
    return { ok: false, articleNumber, typed, failure: 'price-jump' }
  const changed = await changePrice(services, scope, { ...edit, showsReduction: typed.showsReduction })
  if (changed.ok) return { ok: true, articleNumber }
  return { ok: false, articleNumber, typed, failure: changed.code, ...currentPrice(changed) }
}

function currentPrice(refusal: PriceRefusal): Pick<ActAnswer, 'priceFen'> {
  return refusal.code === 'changed' ? { priceFen: refusal.detail.priceFen } : {}
}
