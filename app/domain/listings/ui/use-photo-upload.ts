import { useState } from 'react'
import { z } from 'zod'
import { useStaffMessages } from '#app/messages/messages.ts'
import { type PictureDraft, pictureDraft } from '../draft.ts'
import { useListingWord } from './use-listing-words.ts'

const uploaded = z.object({ pictures: z.array(pictureDraft), failure: z.string().optional() })

/** Sends chosen photos one by one, so that each may be as large as phones make them; each is handed on as it arrives. */
export function usePhotoUpload(address: string, onPhoto: (photo: PictureDraft) => void) {
  const t = useStaffMessages().listings.photos
  const word = useListingWord()
  const [text, setText] = useState<string | null>(null)
  const [isRunning, setRunning] = useState(false)

  async function onChoose(files: ReadonlyArray<File>): Promise<void> {
    setRunning(true)
    let failure: string | undefined
    for (const [index, file] of files.entries()) {
      setText(t.uploading(index + 1, files.length))
      const { pictures, failure: refusal } = await send(address, file)
      for (const picture of pictures) onPhoto(picture)
      failure ??= refusal
    }
    setText(word(failure) ?? null)
    setRunning(false)
  }

  return { text, isRunning, onChoose: (files: ReadonlyArray<File>) => void onChoose(files) }
}

async function send(address: string, file: File): Promise<z.infer<typeof uploaded>> {
  const body = new FormData()
  body.set('photos', file)
  try {
    const response = await fetch(address, { method: 'POST', body })
    if (response.status === 413) return { pictures: [], failure: 'too-large' }
    return uploaded.parse(await response.json())
  } catch {
    return { pictures: [], failure: 'upload-failed' }
  }
}
