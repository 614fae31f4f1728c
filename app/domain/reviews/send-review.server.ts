import type { ShopperScope } from '#app/domain/people/scope.ts'
import { type FormState, formFiles, parseForm } from '#app/kernel/form.ts'
import type { PhotoRefusal } from '#app/platform/pictures/keep-apart.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { keepReviewPhotos, removeReviewPhotos } from './keep-photos.server.ts'
import { mostPhotos } from './review.ts'
import { type ReviewRefusal, reviewSchema, whyNotReview, writeReview } from './write-review.server.ts'

/** What was wrong with the form; `photos` are those that were refused. */
export type SentReview =
  | { ok: true }
  | {
      ok: false
      errors: FormState['errors']
      failure: ReviewRefusal['code'] | null
      photos: Array<PhotoRefusal>
    }

const refused = { ok: false, errors: {}, failure: null, photos: [] } as const

/** The form of an order's line. A review that is refused leaves no photo behind. */
export async function sendReview(
  services: Pick<Services, 'pool' | 'clock' | 'env'>,
  scope: ShopperScope,
  groupId: string,
  form: FormData,
): Promise<SentReview> {
  const files = formFiles(form, 'photos')
  const parsed = parseForm(reviewSchema, form)
  const errors = { ...(parsed.ok ? {} : parsed.errors), ...photoErrors(files, form) }
  if (!parsed.ok || Object.keys(errors).length > 0) return { ...refused, photos: [], errors }
  const asked = { ...parsed.value, hasPhotos: files.length > 0 }
  const refusal = await whyNotReview(services, scope, groupId, asked)
  if (refusal) return { ...refused, photos: [], failure: refusal.code }
  const { DATA_DIR } = services.env
  const kept = await keepReviewPhotos(DATA_DIR, files)
  if (kept.refusals.length > 0) return { ...refused, photos: kept.refusals }
  let isWritten = false
  try {
    const written = await writeReview(services, scope, groupId, { ...parsed.value, photos: kept.keys })
    isWritten = written.ok
    return written.ok ? { ok: true } : { ...refused, photos: [], failure: written.code }
  } finally {
    if (!isWritten) await removeReviewPhotos(DATA_DIR, kept.keys)
  }
}

/** Whoever sends photos says that everybody may see them (PIPL article 13). */
function photoErrors(files: ReadonlyArray<File>, form: FormData): FormState['errors'] {
  if (files.length === 0) return {}
  return {
    ...(files.length > mostPhotos ? { photos: 'too-many-photos' } : {}),
    ...(form.get('consent') === 'on' ? {} : { consent: 'photo-consent-required' }),
  }
}
