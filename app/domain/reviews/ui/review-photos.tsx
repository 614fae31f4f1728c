import { useMessages } from '#app/messages/messages.ts'
import { Picture } from '#app/ui/picture.tsx'
import { photoPath } from '../photo.ts'

type ReviewPhotosProps = { author: string; photos: ReadonlyArray<string> }

/** Small squares, each a link to the large photo. */
export function ReviewPhotos({ author, photos }: ReviewPhotosProps) {
  const t = useMessages().catalog.product
  return (
    <p className="flex flex-wrap gap-2">
      {photos.map((key, index) => (
        <a key={key} href={photoPath(key)}>
          <Picture
            pictureKey={`reviews/${key}`}
            alt={t.photo(author, index + 1, photos.length)}
            sizes="80px"
            className="size-20 rounded-sm bg-paper"
          />
        </a>
      ))}
    </p>
  )
}
