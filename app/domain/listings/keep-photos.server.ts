import { formFiles } from '#app/kernel/form.ts'
import { acceptUpload } from '#app/platform/pictures/upload.server.ts'
import { type PictureDraft, pictureDraft } from './draft.ts'

export type KeptPhotos = {
  pictures: Array<PictureDraft>
  /** Why the first that was refused was refused; those before it are kept. */
  failure: 'not-a-picture' | 'too-large' | 'too-many-pixels' | 'too-many-pictures' | undefined
}

/** The photos of a form, drawn anew; of a file its content counts, never its name. A browser sends an empty file for none. */
export async function keepPhotos(dataDir: string, form: FormData, room: number): Promise<KeptPhotos> {
  const pictures: Array<PictureDraft> = []
  for (const file of formFiles(form, 'photos')) {
    if (pictures.length >= room) return { pictures, failure: 'too-many-pictures' }
    const kept = await acceptUpload(dataDir, file)
    if (!kept.ok) return { pictures, failure: kept.code }
    pictures.push(pictureDraft.parse({ key: kept.value.key, ground: kept.value.placeholderColour }))
  }
  return { pictures, failure: undefined }
}
