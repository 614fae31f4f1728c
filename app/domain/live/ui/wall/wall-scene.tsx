import { inLocale, type Locale } from '#app/kernel/locale.ts'
import { liveWords } from '#app/messages/live-words.ts'
import { useLocale } from '#app/ui/use-locale.ts'
import type { LiveSnapshot } from '../../snapshot.ts'
import type { Scene } from './use-wall-keys.ts'
import { WallFlows } from './wall-flows.tsx'
import { WallHours } from './wall-hours.tsx'
import { WallMap } from './wall-map.tsx'
import { type Rank, WallRanks } from './wall-ranks.tsx'

/** The lower part of the screen: map at left and ranks at right, or one of them alone. */
export function WallScene({ scene, snapshot }: { scene: Scene; snapshot: LiveSnapshot }) {
  const locale = useLocale()
  const words = liveWords(locale).wall
  const { id } = snapshot
  const divisions = snapshot.divisions.map((row) => rankOf(row, row.code, locale))
  const enterprises = snapshot.enterprises.map((row) => rankOf(row, row.slug, locale))
  const products = snapshot.products.map((row) => rankOf(row, row.slug, locale))
  return (
    <div className="wall-scene" data-scene={scene}>
      {scene === 'overview' || scene === 'divisions' ? (
        <WallMap divisions={snapshot.divisions} id={id} />
      ) : null}
      {scene === 'overview' ? (
        <WallRanks title={words.divisions} ranks={divisions.slice(0, 6)} id={id} />
      ) : null}
      {scene === 'overview' ? (
        <WallRanks title={words.enterprises} ranks={enterprises.slice(0, 6)} id={id} />
      ) : null}
      {scene === 'divisions' ? <WallRanks title={words.divisions} ranks={divisions} id={id} /> : null}
      {scene === 'goods' ? (
        <WallRanks title={words.enterprises} ranks={enterprises.slice(0, 7)} id={id} />
      ) : null}
      {scene === 'goods' ? <WallRanks title={words.products} ranks={products.slice(0, 7)} id={id} /> : null}
      {scene === 'flows' ? <WallFlows flows={snapshot.flows} divisions={snapshot.divisions} /> : null}
      {scene === 'hours' ? <WallHours hours={snapshot.hours} /> : null}
    </div>
  )
}

function rankOf(row: { name: string; nameEn: string; amountFen: number }, key: string, locale: Locale): Rank {
  return { key, name: inLocale(locale, row.name, row.nameEn), amountFen: row.amountFen }
}
