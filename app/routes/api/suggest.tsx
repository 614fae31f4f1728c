import type { LoaderFunctionArgs } from '@remix-run/node'
import { placesTag } from '#app/domain/catalog/tags.ts'
import { suggest } from '#app/domain/search/suggest.server.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { publicJson } from '#app/platform/json-answer.ts'
import { getServices } from '#app/platform/services.server.ts'

/** Terms for what was typed so far: `/suggest?q=xiao&lang=zh`. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const locale = searchParams.get('lang') === 'en' ? 'en' : 'zh'
  const terms = await suggest(getServices(), searchParams.get('q') ?? '', locale)
  const labels = messagesFor(locale).catalog.search.kinds
  return publicJson({ suggestions: terms.map((term) => ({ ...term, label: labels[term.kind] })) }, [
    placesTag,
  ])
}
