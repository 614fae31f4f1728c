import { useFetcher } from '@remix-run/react'
import type { FormEvent } from 'react'
import { localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Icon } from '#app/ui/icon.tsx'
import { useLocale } from '#app/ui/use-locale.ts'

/**
 * On a page that is the same for everybody, so it cannot know whose favourite the product is: it offers to keep it,
 * and once it was pressed, to let go of it. Whoever has not signed in is led there and back.
 */
export function FavouriteButton({ slug }: { slug: string }) {
  const t = useMessages().catalog.product
  const fetcher = useFetcher<{ isFavourite: boolean }>({ key: `favourite:${slug}` })
  const action = localPath(useLocale(), '/account/favourites')
  const isFavourite = fetcher.data?.isFavourite ?? false

  function stayHere(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    form.set('via', 'fetcher')
    fetcher.submit(form, { method: 'post', action })
  }

  return (
    <form method="post" action={action} onSubmit={stayHere}>
      <input type="hidden" name="product" value={slug} />
      <input type="hidden" name="intent" value={isFavourite ? 'remove' : 'add'} />
      <button
        type="submit"
        aria-pressed={isFavourite}
        aria-disabled={fetcher.state !== 'idle'}
        className="inline-flex min-h-11 items-center gap-2 text-sm text-muted hover:text-cinnabar aria-pressed:text-cinnabar"
      >
        <Icon name="heart" className={`size-4 ${isFavourite ? 'fill-current' : ''}`} />
        {isFavourite ? t.isFavourite : t.favourite}
      </button>
    </form>
  )
}
