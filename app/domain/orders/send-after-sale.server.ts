import { keepRequestPhotos, removeRequestPhotos } from '#app/domain/after-sales/keep-photos.server.ts'
import { type FormState, formFiles, parseForm } from '#app/kernel/form.ts'
import type { Services } from '#app/platform/services.server.ts'
import { afterSaleSchema } from './order-forms.ts'
import { type AfterSaleRefusal, requestAfterSale, whyNotAfterSale } from './request-after-sale.server.ts'

/** What was wrong with the form. */
type SentAfterSale =
  | { ok: true }
  | { ok: false; errors: FormState['errors']; failure: AfterSaleRefusal['code'] | null }

const mostPhotos = 3

/** The form of an order's line. A request that is refused leaves no photo behind. */
export async function sendAfterSale(
  services: Pick<Services, 'pool' | 'clock' | 'env'>,
  groupId: string,
  form: FormData,
): Promise<SentAfterSale> {
  const parsed = parseForm(afterSaleSchema, form)
  if (!parsed.ok) return { ok: false, errors: parsed.errors, failure: null }
  const refusal = await whyNotAfterSale(services, groupId, parsed.value)
  if (refusal) return { ok: false, errors: {}, failure: refusal.code }
  const { DATA_DIR } = services.env
  const { keys, refusals } = await keepRequestPhotos(DATA_DIR, formFiles(form, 'photos').slice(0, mostPhotos))
  const [refused] = refusals
  if (refused) {
    const photos = refused.code === 'not-a-picture' ? refused.code : 'too-large'
    return { ok: false, errors: { photos }, failure: null }
  }
  let isWritten = false
  try {
    const asked = await requestAfterSale(services, groupId, { ...parsed.value, photos: keys })
    isWritten = asked.ok
    return asked.ok ? { ok: true } : { ok: false, errors: {}, failure: asked.code }
  } finally {
    if (!isWritten) await removeRequestPhotos(DATA_DIR, keys)
  }
}
