import { useMessages } from '#app/messages/messages.ts'
import { Picture } from '#app/ui/picture.tsx'
import type { PictureView } from '../product-page.ts'

/** On a phone a strip one swipes; on a desk the first picture large, the others beneath it. No script. */
export function Gallery({ pictures }: { pictures: ReadonlyArray<PictureView> }) {
  const t = useMessages().catalog.product
  return (
    <section
      aria-label={t.pictures}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a strip that scrolls must be reachable by keyboard
      tabIndex={0}
      className="scroll-row snap-x snap-mandatory gap-2 md:grid md:grid-cols-4 md:overflow-visible"
    >
      {pictures.map((picture, index) => (
        <figure
          key={picture.key}
          className="aspect-square w-full shrink-0 snap-center overflow-hidden rounded-md border border-line md:first:col-span-4"
        >
          <Picture
            pictureKey={picture.key}
            alt={picture.alt}
            colour={picture.ground}
            sizes={index === 0 ? '(min-width: 64rem) 560px, 100vw' : '(min-width: 48rem) 140px, 100vw'}
            priority={index === 0}
            className="size-full"
          />
          <figcaption className="sr-only">{t.picture(index + 1, pictures.length)}</figcaption>
        </figure>
      ))}
    </section>
  )
}
