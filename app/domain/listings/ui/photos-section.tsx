import { type ChangeEvent, useEffect, useRef } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { InputField } from '#app/ui/field.tsx'
import { FileButton } from '#app/ui/file-button.tsx'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { mostPictures, type PictureDraft } from '../draft.ts'
import { EditorSection, type SectionProps } from './editor-section.tsx'

type PhotosProps = SectionProps & {
  /** With a script: each photo goes up by itself as soon as it is chosen. */
  upload: { isRunning: boolean; text: string | null; onChoose: (files: ReadonlyArray<File>) => void }
}

export function PhotosSection({ draft, errorOf, comments, upload }: PhotosProps) {
  const t = useStaffMessages().listings
  const isFull = draft.pictures.length >= mostPictures
  const error = errorOf('pictures')
  return (
    <EditorSection
      id="photos"
      title={t.editor.photos}
      fields={['pictures']}
      comments={comments}
      hint={isFull ? t.photos.full : t.photos.hint}
    >
      {error ? (
        <p id="pictures" className="text-sm text-berry">
          {error}
        </p>
      ) : null}
      <ol className="grid gap-3">
        {draft.pictures.map((picture, index) => (
          <Photo key={picture.key} picture={picture} index={index} count={draft.pictures.length} />
        ))}
      </ol>
      {isFull ? null : <PhotoInputs upload={upload} />}
      <p aria-live="polite" className="text-sm text-muted">
        {upload.text}
      </p>
    </EditorSection>
  )
}

function PhotoInputs({ upload }: Pick<PhotosProps, 'upload'>) {
  const t = useStaffMessages().listings.photos
  const place = useRef<HTMLDivElement>(null)
  const { onChoose } = upload
  const send = (inputs: Iterable<HTMLInputElement>) => {
    const files = [...inputs].flatMap((input) => [...(input.files ?? [])])
    for (const input of inputs) input.value = ''
    if (files.length > 0) onChoose(files)
  }
  // What was chosen before the script ran.
  const sendChosen = useRef(() => send(place.current?.querySelectorAll('input') ?? []))
  useEffect(() => sendChosen.current(), [])
  const shared = {
    name: 'photos',
    disabled: upload.isRunning,
    onChange: (event: ChangeEvent<HTMLInputElement>) => send([event.currentTarget]),
  }
  return (
    <div ref={place} className="flex flex-wrap gap-3">
      <FileButton label={t.take} accept="image/*" capture="environment" {...shared} />
      <FileButton label={t.choose} accept="image/jpeg,image/png,image/webp" multiple {...shared} />
      <noscript>
        <button type="submit" name="intent" value="upload" className="min-h-11 px-4 text-cinnabar underline">
          {t.upload}
        </button>
      </noscript>
    </div>
  )
}

function Photo({ picture, index, count }: { picture: PictureDraft; index: number; count: number }) {
  const t = useStaffMessages().listings
  const at = `pictures.${index}`
  const place = index + 1
  return (
    <li className="grid grid-cols-[min(6rem,30vw)_minmax(0,1fr)] gap-3 rounded-sm border border-line p-2">
      <div className="relative">
        <Picture
          pictureKey={picture.key}
          alt={picture.alt || t.photos.position(place)}
          sizes="96px"
          colour={picture.ground}
          className="aspect-square w-full rounded-sm"
        />
        {index === 0 ? (
          <span className="absolute top-1 left-1">
            <Badge tone="cinnabar">{t.photos.cover}</Badge>
          </span>
        ) : null}
      </div>
      <div className="grid grid-cols-1 content-start gap-1">
        <input type="hidden" name={`${at}.key`} value={picture.key} />
        <input type="hidden" name={`${at}.ground`} value={picture.ground} />
        <input type="hidden" name={`${at}.kind`} value={picture.kind} />
        <input type="hidden" name={`${at}.altEn`} value={picture.altEn} />
        <InputField
          id={`${at}.alt`}
          name={`${at}.alt`}
          label={t.photos.alt}
          isOptional={t.editor.optional}
          maxLength={120}
          defaultValue={picture.alt}
        />
        <div className="flex flex-wrap items-center gap-1">
          <ActButton act={`picture-up:${index}`} icon="up" label={t.photos.up(place)} isOff={index === 0} />
          <ActButton
            act={`picture-down:${index}`}
            icon="down"
            label={t.photos.down(place)}
            isOff={place === count}
          />
          <ActButton act={`remove-picture:${index}`} icon="bin" label={t.photos.remove(place)} />
        </div>
      </div>
    </li>
  )
}

type ActButtonProps = { act: string; icon: IconName; label: string; isOff?: boolean }

/** Submits the whole form with one act; with a script the act happens at once, and is saved after. */
function ActButton({ act, icon, label, isOff = false }: ActButtonProps) {
  return (
    <Button
      name="intent"
      value={act}
      kind="quiet"
      aria-label={label}
      title={label}
      disabled={isOff}
      className="min-w-11"
    >
      <Icon name={icon} />
    </Button>
  )
}
