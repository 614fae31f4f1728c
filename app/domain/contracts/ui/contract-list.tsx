import { useLocation } from '@remix-run/react'
import { FilterForm } from '#app/domain/staff/ui/filter-form.tsx'
import type { Choice } from '#app/kernel/choice.ts'
import { choicesOf } from '#app/kernel/choice.ts'
import { formatLargeFen } from '#app/kernel/large-sums.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { InputField } from '#app/ui/field.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Money } from '#app/ui/money.tsx'
import { RowList } from '#app/ui/row-list.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import { type ContractStatus, contractKinds, contractStatuses } from '../contract.ts'
import type { ContractFilter, ContractItem, ContractSums } from '../contract-views.server.ts'

type ContractFiltersProps = { filter: ContractFilter; fairs: ReadonlyArray<Choice> }

export function ContractFilters({ filter, fairs }: ContractFiltersProps) {
  const words = useStaffMessages().contracts
  const t = words.filters
  return (
    <FilterForm isSet={Object.values(filter).some(Boolean)}>
      <InputField id="q" name="q" type="search" label={t.text} defaultValue={filter.text} />
      <ChoiceField
        id="fair"
        name="fair"
        label={t.fair}
        defaultValue={filter.fair}
        none={t.all}
        choices={fairs}
      />
      <ChoiceField
        id="kind"
        name="kind"
        label={t.kind}
        defaultValue={filter.kind}
        none={t.all}
        choices={choicesOf(contractKinds, words.kinds)}
      />
      <ChoiceField
        id="status"
        name="status"
        label={t.status}
        defaultValue={filter.status}
        none={t.all}
        choices={choicesOf(contractStatuses, words.statuses)}
      />
    </FilterForm>
  )
}

type ContractTotalsProps = { sums: ContractSums; isDemonstration?: boolean }

/** Signed first; what is only meant stands apart. */
export function ContractTotals({ sums, isDemonstration = false }: ContractTotalsProps) {
  const { contracts, common } = useStaffMessages()
  const t = contracts.sums
  const locale = useLocale()
  const shown = [
    [t.signed, sums.signedFen],
    [t.verified, sums.verifiedFen],
    [t.paid, sums.paidFen],
    [t.intent, sums.intentFen],
    [t.investment, sums.investmentFen],
  ] as const
  return (
    <section
      aria-label={isDemonstration ? `${common.demonstration}: ${t.title}` : t.title}
      className="grid gap-2"
    >
      {isDemonstration ? (
        <p>
          <DemonstrationBadge />
        </p>
      ) : null}
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 rounded-md border border-line bg-card p-4 sm:grid-cols-3 lg:grid-cols-5">
        {shown.map(([title, amount]) => (
          <div key={title} className="grid gap-1">
            <dt className="text-sm text-muted">{title}</dt>
            <dd className="figures text-lg">{formatLargeFen(amount, locale)}</dd>
          </div>
        ))}
      </dl>
      <p className="text-xs text-muted">{t.title}</p>
    </section>
  )
}

const tones = { recorded: 'millet', verified: 'grass', cancelled: 'plain' } as const

export function ContractBadge({ status }: { status: ContractStatus }) {
  return <Badge tone={tones[status]}>{useStaffMessages().contracts.statuses[status]}</Badge>
}

/** Beside whatever is of a demonstration. */
export function DemonstrationBadge() {
  return <Badge tone="millet">{useStaffMessages().common.demonstration}</Badge>
}

export function ContractList({ items }: { items: ReadonlyArray<ContractItem> }) {
  const t = useStaffMessages().contracts
  // The filter goes along, so that the way back leads to the same list.
  const { search } = useLocation()
  return (
    <RowList label={t.results}>
      {items.map((item) => (
        <li key={item.id}>
          <LocalLink
            to={`/organizer/contracts/${item.id}${search}`}
            className="grid gap-1 px-4 py-3 hover:bg-paper md:grid-cols-[minmax(0,1fr)_auto] md:gap-x-6"
          >
            <span className="min-w-0">
              <span className="block font-medium" lang="zh-CN">
                {item.title}
              </span>
              <span className="block text-sm text-muted">
                <span lang="zh-CN">{item.buyer}</span> ← {item.seller}
              </span>
              <span className="figures text-xs text-muted">
                {item.number} · {item.signedOn}
              </span>
            </span>
            <span className="flex flex-wrap items-center gap-3 md:grid md:justify-items-end md:gap-1">
              <Money amount={item.amountFen} />
              <span className="flex flex-wrap items-center gap-2">
                {item.isDemonstration ? <DemonstrationBadge /> : null}
                <Badge>{t.kinds[item.kind]}</Badge>
                <ContractBadge status={item.status} />
              </span>
            </span>
          </LocalLink>
        </li>
      ))}
    </RowList>
  )
}
