import { localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { useLocale } from '#app/ui/use-locale.ts'
import type { DivisionSummary } from '../places.ts'
import { DivisionMap } from './division-map.tsx'

type PlacesMapProps = { divisions: ReadonlyArray<DivisionSummary>; current?: string; className?: string }

/** The schematic map with the shop's words and links. */
export function PlacesMap({ divisions, current, className }: PlacesMapProps) {
  const t = useMessages().catalog
  const locale = useLocale()
  return (
    <DivisionMap
      label={t.home.map}
      caption={t.home.mapCaption}
      describe={({ name, pairName, productCount }) =>
        [name, pairName ? t.home.pairedWith(pairName) : '', t.home.goods(productCount)]
          .filter(Boolean)
          .join(' · ')
      }
      divisions={divisions.map((division) => ({
        code: division.code,
        name: locale === 'zh' ? division.shortName : division.name,
        href: localPath(locale, `/divisions/${division.slug}`),
        pairName: division.pairName,
        productCount: division.products.value,
      }))}
      {...(current ? { current } : {})}
      {...(className ? { className } : {})}
    />
  )
}
