import type { ShopperScope } from '#app/domain/people/scope.ts'
import { reviewSchema, writeReview } from '#app/domain/reviews/write-review.server.ts'
import { formValues, parseForm } from '#app/kernel/form.ts'
import { acceptUpload } from '#app/platform/pictures/upload.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { buyAgain } from './buy-again.server.ts'
import { cancelGroup } from './cancel-group.server.ts'
import { afterSaleSchema } from './order-forms.ts'
import { requestAfterSale } from './request-after-sale.server.ts'

type LineRefusal = {
  lineId: string
  intent: string
  values: Record<string, string>
  errors: Record<string, string>
  failure?: string
}
export type OrderAnswer = {
  done?: 'cancelled' | 'bought-again' | 'after-sale' | 'review'
  /** Why the whole order was not changed. */
  failure?: string
  /** What was wrong with the form of one line. */
  line?: LineRefusal
}

const mostPhotos = 3

/** Carries out what a form of the order page asks for. */
export async function changeOrder(
  services: Services,
  scope: ShopperScope,
  groupId: string,
  form: FormData,
): Promise<OrderAnswer> {
  switch (form.get('intent')) {
    case 'buy-again':
      await buyAgain(services, scope, groupId)
      return { done: 'bought-again' }
    case 'cancel': {
      const cancelled = await cancelGroup(services, groupId)
      return cancelled.ok ? { done: 'cancelled' } : { failure: cancelled.code }
    }
    case 'after-sale':
      return askAfterSale(services, groupId, form)
    case 'review':
      return review(services, groupId, form)
    default:
      return { failure: 'unknown' }
  }
}

async function askAfterSale(services: Services, groupId: string, form: FormData): Promise<OrderAnswer> {
  const parsed = parseForm(afterSaleSchema, form)
  if (!parsed.ok) return refuse(form, parsed.errors)
  const photos = await keepPhotos(services.env.DATA_DIR, form)
  if (!photos.ok) return refuse(form, { photos: photos.code })
  const asked = await requestAfterSale(services, groupId, { ...parsed.value, photos: photos.keys })
  return asked.ok ? { done: 'after-sale' } : refuse(form, {}, asked.code)
}

async function review(services: Services, groupId: string, form: FormData): Promise<OrderAnswer> {
  const parsed = parseForm(reviewSchema, form)
  if (!parsed.ok) return refuse(form, parsed.errors)
  const written = await writeReview(services, groupId, parsed.value)
  return written.ok ? { done: 'review' } : refuse(form, {}, written.code)
}

function refuse(form: FormData, errors: Record<string, string>, failure?: string): OrderAnswer {
  const values = formValues(form)
  const line = { lineId: values.lineId ?? '', intent: values.intent ?? '', values, errors }
  return { line: failure ? { ...line, failure } : line }
}

/** A browser sends an empty file where none was chosen. */
async function keepPhotos(
  dataDir: string,
  form: FormData,
): Promise<{ ok: true; keys: Array<string> } | { ok: false; code: string }> {
  const files = form.getAll('photos').filter((part): part is File => part instanceof File && part.size > 0)
  const keys: Array<string> = []
  for (const file of files.slice(0, mostPhotos)) {
    const kept = await acceptUpload(dataDir, new Uint8Array(await file.arrayBuffer()))
    if (!kept.ok) return { ok: false, code: kept.code === 'not-a-picture' ? 'not-a-picture' : 'too-large' }
    keys.push(kept.value.key)
  }
  return { ok: true, keys }
}
