import { useEffect, useRef, useState } from 'react'
import type { City, Province, RegionChoices } from '#app/domain/shipping/region-tree.ts'
import { type FormState, fieldsOf } from '#app/kernel/form.ts'
import { languageTag } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { InputField, SelectField } from '#app/ui/field.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import { useFieldWord } from './use-field-word.ts'

type AddressFieldsProps = { state: Pick<FormState, 'values' | 'errors'>; regions: RegionChoices }

/** Recipient, phone, region and address: the address book's form, and the guest's part of the checkout. */
export function AddressFields({ state: { values, errors }, regions }: AddressFieldsProps) {
  const t = useMessages().people.fields
  const optional = useMessages().common.optional
  const word = useFieldWord()
  const field = fieldsOf({ values, errors }, word)
  return (
    <div className="grid gap-4">
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <InputField {...field('recipient')} label={t.recipient} autoComplete="name" required maxLength={30} />
        <InputField
          {...field('phone')}
          label={t.phone}
          hint={t.phoneHint}
          type="tel"
          inputMode="tel"
          autoComplete="tel-national"
          required
        />
      </div>
      <RegionSelects
        key={regions.provinceCode}
        regions={regions}
        districtCode={values.districtCode}
        error={word(errors.districtCode)}
      />
      <InputField
        {...field('detail')}
        label={t.detail}
        hint={t.detailHint}
        autoComplete="street-address"
        required
        maxLength={120}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <InputField {...field('street')} label={t.street} isOptional={optional} maxLength={60} />
        <InputField
          {...field('postcode')}
          label={t.postcode}
          isOptional={optional}
          inputMode="numeric"
          autoComplete="postal-code"
          maxLength={6}
        />
      </div>
    </div>
  )
}

type RegionSelectsProps = {
  regions: RegionChoices
  districtCode: string | undefined
  error: string | undefined
}

/**
 * Province, then district grouped by city. With JavaScript the districts follow the province from a file that is
 * fetched at the first change; without, a button asks the server for them and keeps what was typed.
 */
function RegionSelects({ regions, districtCode, error }: RegionSelectsProps) {
  const t = useMessages().people.fields
  const [cities, setCities] = useState(regions.cities)
  const place = useRef<HTMLDivElement>(null)
  // A province that was chosen before the script ran has its districts, too.
  useEffect(() => {
    const chosen = place.current?.querySelector('select')?.value
    if (chosen && chosen !== regions.provinceCode) fetchCities(chosen).then(setCities)
  }, [regions.provinceCode])
  return (
    <div ref={place} className="grid items-start gap-4 sm:grid-cols-2">
      <div className="grid content-start gap-2">
        <SelectField
          id="provinceCode"
          name="provinceCode"
          label={t.province}
          lang="zh-CN"
          defaultValue={regions.provinceCode}
          autoComplete="address-level1"
          onChange={async (event) => setCities(await fetchCities(event.currentTarget.value))}
        >
          {regions.provinces.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <noscript>
          <Button name="intent" value="show-districts" kind="secondary" size="small">
            {t.showDistricts}
          </Button>
          <p className="mt-1 text-xs text-muted">{t.regionHint}</p>
        </noscript>
      </div>
      <SelectField
        key={cities[0]?.[0]}
        id="districtCode"
        name="districtCode"
        label={t.district}
        lang="zh-CN"
        defaultValue={districtCode ?? ''}
        error={error}
        required
      >
        <option value="" lang={languageTag(useLocale())}>
          {t.districtPlaceholder}
        </option>
        {cities.map((city) => (
          <CityOptions key={city[0]} city={city} isOnly={cities.length === 1} />
        ))}
      </SelectField>
    </div>
  )
}

function CityOptions({ city: [, name, districts], isOnly }: { city: City; isOnly: boolean }) {
  const options = districts.map(([code, district]) => (
    <option key={code} value={code}>
      {district}
    </option>
  ))
  return isOnly ? options : <optgroup label={name}>{options}</optgroup>
}

async function fetchCities(provinceCode: string): Promise<ReadonlyArray<City>> {
  const { default: tree } = await import('#app/domain/shipping/regions.json')
  return (tree as unknown as ReadonlyArray<Province>).find(([code]) => code === provinceCode)?.[2] ?? []
}
