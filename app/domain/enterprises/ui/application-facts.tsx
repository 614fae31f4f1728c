import type { ReactNode } from 'react'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { useLocale } from '#app/ui/use-locale.ts'
import type { ApplicationFacts } from '../application.ts'

type Facts = ApplicationFacts & { divisionName: string; divisionNameEn: string }

/** Everything that was filled in; whatever people wrote is Chinese. */
export function FactList({ facts }: { facts: Facts }) {
  const { facts: t, kinds } = useStaffMessages().joining
  const divisionName = inLocale(useLocale(), facts.divisionName, facts.divisionNameEn)
  const quoted = (text: string | null) => <span lang="zh-CN">{text ?? t.none}</span>
  const rows: Array<[title: string, content: ReactNode]> = [
    [t.name, quoted(facts.name)],
    [t.kind, kinds[facts.kind]],
    [t.division, divisionName],
    [t.creditCode, facts.creditCode],
    [t.contactName, quoted(facts.contactName)],
    [t.contactPhone, facts.contactPhone],
    [t.story, quoted(facts.story)],
  ]
  if (facts.town) rows.splice(3, 0, [t.town, quoted(facts.town)])
  if (facts.foodLicence) rows.splice(-3, 0, [t.foodLicence, quoted(facts.foodLicence)])
  if (facts.nameEn) rows.splice(1, 0, [t.nameEn, facts.nameEn])
  return (
    <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
      {rows.map(([title, content]) => (
        <div key={title} className="grid sm:col-span-2 sm:grid-cols-subgrid">
          <dt className="text-muted">{title}</dt>
          <dd className="figures">{content}</dd>
        </div>
      ))}
    </dl>
  )
}
