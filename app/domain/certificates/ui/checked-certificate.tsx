import { shanghaiDay } from '#app/kernel/clock.ts'
import { formatFen } from '#app/kernel/money.ts'
import { certificateCheckWords } from '#app/messages/certificate-check-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { Certificate } from '../certificate.ts'
import { CertificateSums } from './certificate-sums.tsx'

type CheckedCertificateProps = { certificate: Certificate }

/** Whether it holds, and what it says: to be held beside the paper. */
export function CheckedCertificate({ certificate }: CheckedCertificateProps) {
  const words = certificateCheckWords(useLocale())
  const { subject, startsOn, endsOn, fair, amountFen, issuedAt, revokedAt } = certificate
  const facts = [
    [words.facts.subject, subject],
    [words.facts.days, startsOn === endsOn ? startsOn : `${startsOn} – ${endsOn}`],
    ...(fair ? [[words.facts.fair, fair.name] as const] : []),
    [words.facts.amount, formatFen(amountFen)],
    [words.facts.issuedOn, shanghaiDay(new Date(issuedAt))],
  ] as const
  return (
    <>
      {revokedAt ? (
        <Notice tone="danger" title={words.revoked}>
          {words.revokedText(shanghaiDay(new Date(revokedAt)))}
        </Notice>
      ) : (
        <Notice tone="success" title={words.valid}>
          {words.validText}
        </Notice>
      )}
      <Card className="grid grid-cols-1 gap-6">
        {fair?.isDemonstration ? (
          <div>
            <Badge tone="millet">{words.demonstration}</Badge>
          </div>
        ) : null}
        <dl className="grid gap-3 sm:grid-cols-2">
          {facts.map(([title, text]) => (
            <div key={title}>
              <dt className="text-sm text-muted">{title}</dt>
              <dd className="figures font-medium">{text}</dd>
            </div>
          ))}
        </dl>
        <CertificateSums certificate={certificate} />
        <p className="grid text-xs text-muted">
          <span>{words.paper.rule}</span>
          {fair ? null : <span>{words.paper.withoutDemonstration}</span>}
        </p>
      </Card>
    </>
  )
}
