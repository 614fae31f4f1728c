import { Form } from '@remix-run/react'
import { divisionHue } from '#app/kernel/division-hues.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { Picture } from '#app/ui/picture.tsx'
import type { FavouriteView } from '../favourites.server.ts'

export function FavouriteList({ favourites }: { favourites: ReadonlyArray<FavouriteView> }) {
  return (
    <ul className="grid gap-3 lg:grid-cols-2">
      {favourites.map((favourite) => (
        <Favourite key={favourite.slug} favourite={favourite} />
      ))}
    </ul>
  )
}

function Favourite({ favourite }: { favourite: FavouriteView }) {
  const t = useMessages().account.favourites
  const { slug, title, isOnSale, isInStock, divisionName, minPrice } = favourite
  return (
    <li className="flex flex-wrap gap-4 rounded-md border border-line bg-card p-3">
      {favourite.pictureKey ? (
        <Picture
          pictureKey={favourite.pictureKey}
          alt=""
          sizes="96px"
          colour={divisionHue(favourite.divisionCode).ground}
          className="size-24 shrink-0 rounded-sm"
        />
      ) : null}
      <div className="grid min-w-0 flex-1 basis-40 grid-cols-1 content-between gap-2">
        <div className="grid gap-1">
          {isOnSale ? (
            <LocalLink to={`/products/${slug}`} className="font-medium hover:text-cinnabar">
              {title}
            </LocalLink>
          ) : (
            <span className="font-medium text-muted">{title}</span>
          )}
          <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
            {divisionName}
            {isOnSale ? null : <Badge>{t.takenDown}</Badge>}
            {isOnSale && !isInStock ? <Badge>{t.soldOut}</Badge> : null}
          </p>
        </div>
        <div className="flex flex-wrap items-end justify-between gap-2">
          <Money amount={minPrice} className="text-cinnabar" />
          <Form method="post" preventScrollReset>
            <input type="hidden" name="product" value={slug} />
            <Button name="intent" value="remove" kind="quiet" size="small" aria-label={t.removeLabel(title)}>
              {t.remove}
            </Button>
          </Form>
        </div>
      </div>
    </li>
  )
}
