import { useMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import type { CategorySummary } from '../places.ts'

/** Round pictures of the kinds of goods, drawn by the seed into /categories. */
export function CategoryLinks({ categories }: { categories: ReadonlyArray<CategorySummary> }) {
  const t = useMessages().catalog.home
  return (
    <ul className="grid grid-cols-4 gap-x-2 gap-y-4 sm:grid-cols-7">
      {categories.map((category) => (
        <li key={category.code}>
          <LocalLink
            to={`/categories/${category.code}`}
            prefetch="intent"
            className="group grid grid-cols-1 justify-items-center gap-1 text-center"
          >
            <span className="grid aspect-square w-full max-w-16 place-items-center rounded-full border border-line bg-card transition-colors duration-150 group-hover:border-cinnabar md:max-w-24">
              {category.icon ? (
                <img
                  src={`/categories/${category.code}.svg`}
                  alt=""
                  width={64}
                  height={64}
                  className="size-8 md:size-12"
                />
              ) : null}
            </span>
            <span className="text-sm">{category.name}</span>
            <span className="figures text-xs text-muted">{t.goods(category.products.value)}</span>
          </LocalLink>
        </li>
      ))}
    </ul>
  )
}
