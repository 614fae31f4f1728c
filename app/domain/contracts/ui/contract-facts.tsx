import type { ReactNode } from 'react'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { formatLargeFen } from '#app/kernel/large-sums.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { CardSection } from '#app/ui/card.tsx'
import { type FactRow, Facts } from '#app/ui/facts.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { ContractView } from '../contract-views.server.ts'

export function ContractFacts({ contract }: { contract: ContractView }) {
  const { fields, kinds, page } = useStaffMessages().contracts
  const locale = useLocale()
  const facts: Array<FactRow> = [
    [fields.kind, kinds[contract.kind]],
    [fields.buyer, contract.buyer],
    [fields.buyerCode, contract.buyerCode],
    [fields.buyerDistrict, contract.district],
    [fields.enterprise, contract.enterprise],
    [fields.division, contract.division],
    [fields.exhibition, contract.fair ?? fields.outsideFair],
    [fields.signedOn, contract.signedOn],
    [fields.note, contract.note],
  ]
  return (
    <CardSection id="facts" title={page.facts}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <Money amount={contract.amountFen} size="huge" />
        <span className="text-muted">{formatLargeFen(contract.amountFen, locale)}</span>
      </p>
      <Facts rows={facts.map(([title, value]) => [title, value ?? fields.none])} />
      <History contract={contract} />
    </CardSection>
  )
}

/** Who did what, and when: the two pairs of eyes are two people. */
function History({ contract }: { contract: ContractView }) {
  const t = useStaffMessages().contracts.page
  const steps = [
    [t.recordedBy, contract.recordedBy, contract.recordedAt],
    [t.verifiedBy, contract.verifiedBy, contract.verifiedAt],
    [t.cancelledBy, contract.cancelledBy, contract.cancelledAt],
  ] as const
  return (
    <ul className="figures grid gap-1 border-t border-line pt-3 text-xs text-muted">
      {steps.map(([say, by, at]) =>
        at ? <li key={String(at)}>{say(by ?? '—', shanghaiMinute(new Date(at)))}</li> : null,
      )}
      {contract.cancelReason ? <li lang="zh-CN">{contract.cancelReason}</li> : null}
    </ul>
  )
}

type ContractScanProps = { contract: ContractView; mayRead: boolean; children?: ReactNode }

/** Who looks at figures sees that there is one, and its hash; the paper is for who works with contracts. */
export function ContractScan({ contract, mayRead, children }: ContractScanProps) {
  const t = useStaffMessages().contracts.page
  return (
    <CardSection id="scan-title" title={t.scan}>
      {contract.scanName ? (
        <div className="grid gap-2 text-sm">
          {mayRead ? (
            <LocalLink
              to={`/organizer/contracts/${contract.id}/scan.pdf`}
              reloadDocument
              className="inline-flex min-h-11 items-center gap-2 text-cinnabar"
            >
              <Icon name="download" className="size-4" />
              {t.download} · <span lang="zh-CN">{contract.scanName}</span>
            </LocalLink>
          ) : null}
          <p className="figures text-xs break-all text-muted">
            {t.sha} {contract.scanSha256}
          </p>
        </div>
      ) : (
        <p className="text-sm text-muted">{t.noScan}</p>
      )}
      {children}
    </CardSection>
  )
}
