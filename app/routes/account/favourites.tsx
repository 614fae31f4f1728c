import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addFavourite, listFavourites, removeFavourite } from '#app/domain/people/favourites.server.ts'
import { FavouriteList } from '#app/domain/people/ui/favourite-list.tsx'
import { formValues } from '#app/kernel/form.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireShopper } from '#app/platform/session.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireShopper(request)
  const locale = localeOf(new URL(request.url).pathname)
  const favourites = await listFavourites(getServices().db, scope, locale)
  return { title: pageTitle(request, (t) => t.account.favourites.title), favourites }
}

/** `product` is the slug; the product page's form is sent here, too, and stays there (`via=fetcher`). */
export async function action({ request }: ActionFunctionArgs) {
  const { product: slug = '', intent, via } = formValues(await request.formData())
  const back = intent === 'remove' ? undefined : `/products/${slug}`
  const scope = await requireShopper(request, getServices(), back)
  if (intent === 'remove') await removeFavourite(getServices().db, scope, slug)
  else if (!(await addFavourite(getServices(), scope, slug))) throw data(null, 404)
  if (via === 'fetcher') return { isFavourite: intent !== 'remove' }
  return redirect(localPath(localeOf(new URL(request.url).pathname), '/account/favourites'))
}

export default function FavouritesPage() {
  const t = useMessages().account
  const { favourites } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t.favourites.title} />
      {favourites.length === 0 ? (
        <EmptyState title={t.favourites.empty} text={t.favourites.emptyText}>
          <ButtonLink to="/products">{t.orders.browse}</ButtonLink>
        </EmptyState>
      ) : (
        <FavouriteList favourites={favourites} />
      )}
    </>
  )
}
