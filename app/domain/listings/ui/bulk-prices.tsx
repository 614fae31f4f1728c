import { Form, useLocation } from '@remix-run/react'
import { inLocale } from '#app/kernel/locale.ts'
import { formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField } from '#app/ui/field.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import { priceAfter, readPercent } from '../bulk/bulk-act.ts'
import type { ChosenListing } from '../bulk/list-chosen.server.ts'

/** The percent, by a GET form: each new price is seen before it is one. */
export function PercentForm({ percent }: { percent: string }) {
  const t = useStaffMessages().bulk
  const chosenBy = [...new URLSearchParams(useLocation().search)].filter(([name]) => name !== 'percent')
  const isWrong = percent !== '' && readPercent(percent) === null
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3">
      {chosenBy.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <InputField
        id="percent"
        name="percent"
        label={t.percent}
        hint={t.percentHint}
        required
        maxLength={6}
        autoComplete="off"
        defaultValue={percent}
        error={isWrong ? t.percentWrong : undefined}
      />
      <Button kind="secondary">{t.preview}</Button>
    </Form>
  )
}

/** Old and new, variant by variant; inside the form that carries it out. */
export function PricePreview({ chosen, percent }: { chosen: ReadonlyArray<ChosenListing>; percent: number }) {
  const locale = useLocale()
  return (
    <ul className="divide-y divide-line border-y border-line text-sm">
      {chosen.flatMap(({ title, titleEn, variants }) =>
        variants.map(({ articleNumber, label, labelEn, priceFen }) => (
          <li key={articleNumber} className="grid gap-x-4 py-2 md:grid-cols-[minmax(0,1fr)_auto]">
            <input type="hidden" name={`seen.${articleNumber}`} value={priceFen} />
            <span>
              {inLocale(locale, title, titleEn)} · {inLocale(locale, label, labelEn)}
            </span>
            <span className="figures text-right">
              <span className="text-muted">{formatFen(priceFen)} → </span>
              <span className="font-medium">{formatFen(priceAfter(priceFen, percent))}</span>
            </span>
          </li>
        )),
      )}
    </ul>
  )
}
