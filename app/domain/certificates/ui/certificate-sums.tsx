import { formatFen, subtractFen } from '#app/kernel/money.ts'
import { certificateCheckWords } from '#app/messages/certificate-check-words.ts'
import { useLocale } from '#app/ui/use-locale.ts'
import type { Certificate } from '../certificate.ts'

type CertificateSumsProps = {
  certificate: Pick<Certificate, 'divisions' | 'amountFen' | 'signedFen'>
}

/** What of it came from which division, and what of it was signed: contracts stand beside sales. */
export function CertificateSums({ certificate }: CertificateSumsProps) {
  const t = certificateCheckWords(useLocale()).paper
  const { amountFen, signedFen } = certificate
  const parts =
    signedFen === null
      ? []
      : [[t.bought, subtractFen(amountFen, signedFen)] as const, [t.signed, signedFen] as const]
  return (
    <table className="w-full text-sm">
      <thead className="border-b border-line-deep text-muted">
        <tr>
          <th scope="col" className="py-2 print:py-0.5 text-left font-normal">
            {t.division}
          </th>
          <th scope="col" className="py-2 print:py-0.5 text-right font-normal">
            {t.amount}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {certificate.divisions.map(({ code, name, amountFen }) => (
          <tr key={code}>
            <th scope="row" className="py-2 print:py-0.5 text-left font-normal">
              {name}
            </th>
            <td className="figures py-2 print:py-0.5 text-right">{formatFen(amountFen)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot className="border-t border-line-deep font-medium">
        {parts.map(([title, sum]) => (
          <tr key={title}>
            <th scope="row" className="py-2 print:py-0.5 text-left font-normal">
              {title}
            </th>
            <td className="figures py-2 print:py-0.5 text-right font-normal">{formatFen(sum)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row" className="py-2 print:py-0.5 text-left font-medium">
            {t.total}
          </th>
          <td className="figures py-2 print:py-0.5 text-right">{formatFen(amountFen)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
