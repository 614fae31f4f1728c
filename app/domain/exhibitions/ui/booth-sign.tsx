import { formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Mark } from '#app/ui/mark.tsx'
import { Picture } from '#app/ui/picture.tsx'
import type { BoothSign as Sign } from '../booth-signs.server.ts'

/** One A5 page: what it is, what it costs, and the code that opens it. */
export function BoothSign({ sign, enterprise }: { sign: Sign; enterprise: string }) {
  const t = useStaffMessages().signs
  return (
    <article className="booth-sign grid grid-cols-1 content-start gap-4 rounded-md border border-line bg-white p-6 text-ink">
      {sign.pictureKey ? (
        <Picture
          pictureKey={sign.pictureKey}
          alt=""
          sizes="600px"
          className="aspect-4/3 w-full rounded-sm object-cover"
        />
      ) : null}
      <header className="grid gap-1">
        <h2 className="title-font text-3xl">{sign.title}</h2>
        {sign.subtitle ? <p className="text-lg text-muted">{sign.subtitle}</p> : null}
        <p className="text-sm text-muted">
          {sign.division} · {enterprise}
        </p>
      </header>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <dl className="grid min-w-0 gap-2">
          {sign.variants.slice(0, 3).map(({ label, priceFen }) => (
            <div key={label}>
              <dt className="text-sm text-muted">{label}</dt>
              <dd className="title-font figures text-2xl text-cinnabar">{formatFen(priceFen)}</dd>
            </div>
          ))}
        </dl>
        <figure className="grid min-w-0 justify-items-center gap-1">
          <svg
            viewBox={`0 0 ${sign.code.size} ${sign.code.size}`}
            className="size-36 max-w-full"
            role="img"
            aria-label={t.code}
          >
            <path d={sign.code.path} shapeRendering="crispEdges" />
          </svg>
          <figcaption className="flex items-center gap-1 text-xs text-muted">
            <Mark className="size-4 text-cinnabar" />
            {t.scan}
          </figcaption>
        </figure>
      </div>
    </article>
  )
}
