import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import { formValues } from '#app/kernel/form.ts'
import { readVersion } from '#app/kernel/version.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type DraftField, type ListingDraft, listingDraft, mostPictures } from './draft.ts'
import { addPictures, editDraft } from './edit-draft.ts'
import { keepPhotos } from './keep-photos.server.ts'
import { readListingForm } from './listing-form.ts'
import { type Conflict, type Saved, saveListing } from './save-listing.server.ts'
import { submitListing } from './submit-listing.server.ts'
import { readWish } from './wish.ts'

/** What the editor is told of a form it sent. */
export type EditAnswer = {
  /** What the form holds, for a page that is drawn anew. */
  mine: ListingDraft | null
  /** What the next save begins from; absent where nothing was saved. */
  base?: ListingDraft
  version?: number
  savedAt?: Date
  alsoChanged?: Array<DraftField>
  isSubmitted?: boolean
  conflict?: Conflict
  /** Why nothing, or not everything, was done. */
  failure?: string
  /** One code a field that could not be read, or must be mended before the listing is submitted. */
  errors: Record<string, string>
  /** The wish as it was typed, and as it was saved: what the next save compares it with. */
  wish?: string
  keptWish?: string
}

type Editing = Pick<Services, 'pool' | 'clock'> & { env: Pick<Services['env'], 'DATA_DIR'> }

/**
 * Carries out a form of the editor: its texts are saved with every act, be it one that adds a variant, moves a picture,
 * uploads photos or submits the listing.
 */
export async function editListing(
  services: Editing,
  scope: EnterpriseScope,
  id: string,
  form: FormData,
): Promise<EditAnswer> {
  const { wishedAt: wish } = formValues(form)
  const answer = await carryOut(services, scope, id, form)
  return wish === undefined ? answer : { ...answer, wish }
}

async function carryOut(
  services: Editing,
  scope: EnterpriseScope,
  id: string,
  form: FormData,
): Promise<EditAnswer> {
  const intent = String(form.get('intent') ?? '')
  const { draft: read, errors } = readListingForm(form)
  if (!read) return { mine: null, failure: 'unreadable', errors }
  const edited = editDraft(read, intent) ?? read
  const { draft, failure } =
    intent === 'upload'
      ? await withPhotos(services.env.DATA_DIR, edited, form)
      : { draft: edited, failure: undefined }
  const base = readBase(form.get('base'))
  const version = readVersion(form.get('version'))
  const { wishedAt: wish = '', seenWish } = formValues(form)
  const wishedAt = readWish(wish, services.clock.now())
  // A colleague's wish stays where this form has not touched the one that it was filled with.
  const isChanged = form.has('wishedAt') && wish !== seenWish
  const isKept = isChanged && wishedAt !== 'time-passed'
  const saved = await saveListing(services, scope, id, {
    version,
    draft,
    ...(base && { base }),
    ...(isKept && { wishedAt }),
  })
  if (!saved.ok) {
    if (saved.code !== 'changed') return { mine: draft, failure: saved.code, errors }
    const { detail: conflict } = saved
    return { mine: draft, conflict, version: conflict.version, base: conflict.theirs, errors }
  }
  if (isChanged && wishedAt === 'time-passed') errors.wishedAt ??= wishedAt
  const answer = {
    mine: draft,
    ...answerOf(saved.value, draft),
    ...(isKept && { keptWish: wish }),
    errors,
    ...(failure && { failure }),
  }
  if (intent !== 'submit') return answer
  if (Object.keys(errors).length > 0) return { failure: 'has-problems', ...answer }
  return { ...answer, ...(await submit(services, scope, id, saved.value.version)) }
}

function answerOf({ version, savedAt, alsoChanged }: Saved, base: ListingDraft) {
  return { version, savedAt, alsoChanged, base }
}

async function submit(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: EnterpriseScope,
  id: string,
  version: number,
): Promise<Pick<EditAnswer, 'isSubmitted'> | { failure: string; errors: Record<string, string> }> {
  const submitted = await submitListing(services, scope, id, version)
  if (submitted.ok) return { isSubmitted: true }
  if (submitted.code !== 'has-problems') return { failure: submitted.code, errors: {} }
  const errors: Record<string, string> = {}
  for (const { field, code } of submitted.detail) errors[field] ??= code
  return { failure: submitted.code, errors }
}

async function withPhotos(dataDir: string, draft: ListingDraft, form: FormData) {
  const room = mostPictures - draft.pictures.length
  const { pictures, failure } = await keepPhotos(dataDir, form, room)
  return { draft: addPictures(draft, pictures), failure }
}

/** What the form was filled with; a broken one only makes differences conflicts. */
function readBase(value: FormDataEntryValue | null): ListingDraft | undefined {
  try {
    return listingDraft.safeParse(JSON.parse(String(value))).data
  } catch {
    return undefined
  }
}
