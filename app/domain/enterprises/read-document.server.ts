import { type FormState, formFiles, parseForm } from '#app/kernel/form.ts'
import { keepPrivatePhotos, removePrivatePhotos } from '#app/platform/private-files.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { type DocumentInput, documentSchema } from './application-forms.ts'
import { daysLeft } from './document.ts'

export type DocumentServices = Pick<Services, 'pool' | 'clock'> & { env: Pick<Services['env'], 'DATA_DIR'> }
export type NewDocument = DocumentInput & { fileKeys: Array<string> }
export type DocumentRead = { ok: true; document: NewDocument } | { ok: false; state: FormState }

const mostPhotos = 6

/** What a form says of a paper, with its photos kept. What is wrong with the words is said before any photo is. */
export async function readDocument({ clock, env }: DocumentServices, form: FormData): Promise<DocumentRead> {
  const parsed = parseForm(documentSchema, form)
  if (!parsed.ok) return { ok: false, state: parsed }
  const refuse = (field: string, code: string): DocumentRead => ({
    ok: false,
    state: { values: parsed.values, errors: { [field]: code } },
  })
  const { expiresOn } = parsed.value
  if (expiresOn !== null && daysLeft(expiresOn, clock.now()) < 0)
    return refuse('expiresOn', 'already-expired')
  const files = formFiles(form, 'photos')
  if (files.length === 0) return refuse('photos', 'photos-required')
  if (files.length > mostPhotos) return refuse('photos', 'too-many-photos')
  const kept = await keepPrivatePhotos(env.DATA_DIR, files)
  if (!kept.ok) return refuse('photos', kept.code === 'not-a-picture' ? 'not-a-picture' : 'too-large')
  return { ok: true, document: { ...parsed.value, fileKeys: kept.value.keys } }
}

/** The photos of a paper that could not be kept after all. */
export async function forgetPhotos({ env }: DocumentServices, { fileKeys }: NewDocument): Promise<void> {
  await removePrivatePhotos(env.DATA_DIR, fileKeys)
}
