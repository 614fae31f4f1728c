import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { parseYuan } from '#app/kernel/yuan-input.ts'
import type { Services } from '#app/platform/services.server.ts'
import { changePrice, type PriceRefusal } from './change-price.server.ts'
import { copyListing } from './copy-listing.server.ts'
import { publishAgain, takeDown } from './take-down.server.ts'
import { discardDraft, withdrawListing } from './withdraw-listing.server.ts'

export type ActAnswer = {
  ok: boolean
  failure?: string
  /** Another listing to go on with; empty for the list. */
  goTo?: string
  /** The variant whose price was asked to change, and what it is if that is not what was seen. */
  sku?: string
  priceFen?: number
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
      const discarded = await discardDraft(services, scope, id)
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
  const sku = String(form.get('sku') ?? '').replaceAll('\0', '')
  const changed = await changePrice(services, scope, {
    sku,
    priceFen: parseYuan(String(form.get('price') ?? '')) ?? 0,
    seenFen: Number(form.get('seenFen')),
    showsReduction: form.has('showsReduction'),
  })
  return changed.ok ? { ok: true, sku } : { ok: false, sku, failure: changed.code, ...currentPrice(changed) }
}

function currentPrice(refusal: PriceRefusal): Pick<ActAnswer, 'priceFen'> {
  return refusal.code === 'changed' ? { priceFen: refusal.detail.priceFen } : {}
}
