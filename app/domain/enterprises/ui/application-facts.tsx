import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { type FactRow, Facts } from '#app/ui/facts.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { ApplicationFacts } from '../application.ts'

type Filled = ApplicationFacts & { divisionName: string; divisionNameEn: string }

/** Everything that was filled in; whatever people wrote is Chinese. */
export function FactList({ facts }: { facts: Filled }) {
  const { facts: t, kinds } = useStaffMessages().joining
  const divisionName = inLocale(useLocale(), facts.divisionName, facts.divisionNameEn)
  const quoted = (text: string | null) => <span lang="zh-CN">{text ?? t.none}</span>
  const rows: Array<FactRow> = [
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
  return <Facts rows={rows} />
}
