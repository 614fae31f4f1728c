import { shanghaiDay } from '#app/kernel/clock.ts'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { type FactRow, Facts } from '#app/ui/facts.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { EnterpriseRecord } from '../enterprise-record.server.ts'

export function RecordFacts({ record }: { record: EnterpriseRecord }) {
  const words = useStaffMessages().joining
  const t = words.enterprises
  const rows: Array<FactRow> = [
    [words.facts.kind, words.kinds[record.kind]],
    [words.facts.division, inLocale(useLocale(), record.divisionName, record.divisionNameEn)],
    [words.facts.creditCode, record.creditCode],
    [words.facts.foodLicence, record.foodLicence ?? words.facts.none],
    [words.facts.contactPhone, record.phone],
    [t.openedOn, shanghaiDay(record.openedAt)],
    [t.goods, t.goodsCount(record.goods)],
    [t.openOrders, t.openOrdersCount(record.openOrders)],
    [t.fee, `${record.feeBasisPoints / 100}%`],
  ]
  return (
    <CardSection id="facts-title" title={words.own.facts} className="gap-4">
      <Facts rows={rows} />
      <p className="flex flex-wrap gap-4 text-sm">
        {record.suspendedAt ? null : (
          <LocalLink
            to={`/enterprises/${record.slug}`}
            className="py-2 text-cinnabar underline underline-offset-4"
          >
            {t.shop}
          </LocalLink>
        )}
      </p>
    </CardSection>
  )
}

export function RecordMembers({ members }: Pick<EnterpriseRecord, 'members'>) {
  const words = useStaffMessages()
  const t = words.joining.enterprises
  return (
    <CardSection id="members-title" title={t.members}>
      {members.length === 0 ? <p className="text-sm text-muted">{t.noMembers}</p> : null}
      <ul className="grid gap-2 text-sm">
        {members.map(({ name, login, role, isDisabled }) => (
          <li key={login} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              <span lang="zh-CN">{name}</span> <span className="text-muted">{login}</span>
            </span>
            {isDisabled ? (
              <Badge tone="berry">{words.team.people.disabled}</Badge>
            ) : (
              <Badge>{words.staff.roles[role]}</Badge>
            )}
          </li>
        ))}
      </ul>
    </CardSection>
  )
}
