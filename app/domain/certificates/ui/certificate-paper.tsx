import type { QrPath } from '#app/domain/exhibitions/qr-path.server.ts'
import { shanghaiDay } from '#app/kernel/clock.ts'
import { formatFen } from '#app/kernel/money.ts'
import { certificateCheckWords } from '#app/messages/certificate-check-words.ts'
import { Mark } from '#app/ui/mark.tsx'
import { GrasslandHorizon, HongshanClouds } from '#app/ui/motif.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import { type Certificate, shownCode } from '../certificate.ts'
import { CertificateSums } from './certificate-sums.tsx'

type CertificatePaperProps = {
  certificate: Certificate
  /** Where the code is typed, and the code that leads there at once. */
  address: string
  qr: QrPath
}

/** One page of A4, in a frame of cinnabar. */
export function CertificatePaper({ certificate, address, qr }: CertificatePaperProps) {
  const words = certificateCheckWords(useLocale())
  const t = words.paper
  const { kind, startsOn, endsOn, fair, amountFen } = certificate
  const subject = kind === 'district' ? t.district(certificate.subject) : certificate.subject
  const place = fair ? t.atFair(fair.name) : t.anywhere
  return (
    <article className="certificate-paper relative mx-auto grid w-full max-w-3xl grid-cols-1 border-4 border-double border-cinnabar bg-white text-ink">
      <div className="grid grid-cols-1 content-start gap-6 p-5 md:p-12 print:gap-3 print:p-6">
        <HongshanClouds className="h-8 w-full text-cinnabar/25 md:h-20 print:hidden" />
        <header className="grid justify-items-center gap-3 text-center print:gap-2">
          <Mark className="size-14 text-cinnabar print:size-12" />
          <p className="text-sm tracking-[0.3em] text-muted">{t.name}</p>
          <h2 className="title-font text-3xl text-cinnabar-deep md:text-4xl">{t.title}</h2>
          <div className="flex flex-wrap justify-center gap-3 empty:hidden">
            {certificate.revokedAt ? <Stamp>{words.revoked}</Stamp> : null}
            {fair?.isDemonstration ? <Stamp>{words.demonstration}</Stamp> : null}
          </div>
        </header>
        <p className="text-lg leading-9 print:text-base print:leading-7">
          {t.body(
            subject,
            t.days(startsOn, endsOn),
            place,
            certificate.signedFen ? t.boughtAndSigned : t.onlyBought,
          )}
        </p>
        <p className="title-font figures text-center text-3xl text-cinnabar-deep">{formatFen(amountFen)}</p>
        <CertificateSums certificate={certificate} />
        <footer className="flex flex-wrap items-end justify-between gap-6 pt-4 print:flex-nowrap print:pt-2">
          <figure className="flex min-w-0 flex-wrap items-end gap-x-4 gap-y-2 print:flex-nowrap">
            <svg
              viewBox={`0 0 ${qr.size} ${qr.size}`}
              className="size-32 shrink-0 border print:size-24 border-line"
              role="img"
              aria-label={t.scan}
            >
              <path d={qr.path} shapeRendering="crispEdges" />
            </svg>
            <figcaption className="grid min-w-0 gap-1 text-xs text-muted">
              <span className="figures text-base font-medium text-ink">{shownCode(certificate.code)}</span>
              <span>{t.checkAt(address)}</span>
            </figcaption>
          </figure>
          <p className="ml-auto grid gap-1 text-right print:max-w-56">
            <span className="font-medium">{t.issuer}</span>
            <span className="figures text-sm">
              {t.issuedOn} {shanghaiDay(new Date(certificate.issuedAt))}
            </span>
          </p>
        </footer>
        <p className="grid text-xs text-muted">
          <span>{t.rule}</span>
          {fair ? null : <span>{t.withoutDemonstration}</span>}
        </p>
      </div>
      <GrasslandHorizon className="h-16 w-full self-end text-jade/20 print:h-10" />
    </article>
  )
}

function Stamp({ children }: { children: string }) {
  return (
    <p className="rounded-sm border-2 border-berry px-3 py-1 font-medium tracking-widest text-berry">
      {children}
    </p>
  )
}
