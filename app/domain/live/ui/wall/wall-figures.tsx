import { formatLargeFen } from '#app/kernel/large-sums.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { fen } from '#app/kernel/money.ts'
import { liveWords } from '#app/messages/live-words.ts'
import { useLocale } from '#app/ui/use-locale.ts'
import type { LiveSnapshot } from '../../snapshot.ts'
import { useFlashes } from './use-flashes.ts'

/** 7300.4万元: floored, as the press prints it; 7300.0万元, so that nothing jumps when a figure is round. */
export function formatSum(amountFen: number, locale: Locale): string {
  return formatLargeFen(fen(amountFen), locale).replace(/^(\d+)([万亿]元)$/, '$1.0$2')
}

/** The number that rules, and the two that it is made of. */
export function WallFigures({ snapshot }: { snapshot: LiveSnapshot }) {
  const locale = useLocale()
  const words = liveWords(locale)
  const { figures, id } = snapshot
  const mark = useFlashes([{ key: 'total', amountFen: figures.totalFen }], id).get('total')
  return (
    <section className="wall-figures">
      <dl className="wall-total">
        <dt>{words.total}</dt>
        <dd key={mark} className={mark ? 'wall-glow' : undefined}>
          <Sum amountFen={figures.totalFen} />
        </dd>
      </dl>
      <div className="wall-parts">
        <dl>
          <div>
            <dt>{words.sales}</dt>
            <dd>
              <Sum amountFen={figures.salesFen} />
            </dd>
          </div>
          <div>
            <dt>{words.signed}</dt>
            <dd>
              <Sum amountFen={figures.signedFen} />
            </dd>
          </div>
        </dl>
        {'verified' in snapshot ? (
          <p>{words.verifiedPart(formatSum(snapshot.verified.totalFen, locale))}</p>
        ) : null}
      </div>
    </section>
  )
}

/** Digits large, unit small. */
function Sum({ amountFen }: { amountFen: number }) {
  const [, before = '', digits = '', unit = ''] =
    /^(\D*)([\d.,]+)(.*)$/.exec(formatSum(amountFen, useLocale())) ?? []
  return (
    <>
      {before}
      {digits}
      <small>{unit}</small>
    </>
  )
}
