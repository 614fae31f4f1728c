import specialitiesJson from '../data/specialities.json' with { type: 'json' }
import { craftAndGiftTexts } from '../data/texts/craft-and-gift.ts'
import { dairyAndHoneyTexts } from '../data/texts/dairy-and-honey.ts'
import { drinkAndCondimentTexts } from '../data/texts/drink-and-condiment.ts'
import { forestAndLakeTexts } from '../data/texts/forest-and-lake.ts'
import { grainTexts } from '../data/texts/grain.ts'
import { meatTexts } from '../data/texts/meat.ts'
import { produceTexts } from '../data/texts/produce.ts'
import { snackAndReadyTexts } from '../data/texts/snack-and-ready.ts'
import type { SpecialityText } from '../data/texts/speciality-text.ts'

export type Storage = 'ambient' | 'chilled' | 'frozen'
type ReturnRule = 'seven-days' | 'seven-days-unopened' | 'excluded-perishable' | 'excluded-custom'

export type PackSize = {
  label: string
  grams: number | null
  millilitres: number | null
  minYuan: number
  maxYuan: number
}

/** A kind of goods that several enterprises sell, each in its own way. */
export type Speciality = {
  id: string
  name: string
  category: string
  subcategory: string
  division: string
  town: string | null
  icon: string
  specs: Array<PackSize>
  storage: Storage
  shelfLifeDays: number
  /** Months at its best; empty for what is as good all year round. */
  season: Array<number>
  giName: string | null
  giSystem: string | null
  /** Two-digit class of the food production licence; null for farm products and crafts. */
  foodClass: string | null
  needsQuarantine: boolean
  needsQualified: boolean
  isAlcohol: boolean
  returnRule: ReturnRule
  keywords: Array<string>
  text: SpecialityText
}

export function listSpecialities(): Array<Speciality> {
  const texts = new Map(
    [
      ...grainTexts,
      ...meatTexts,
      ...dairyAndHoneyTexts,
      ...forestAndLakeTexts,
      ...produceTexts,
      ...snackAndReadyTexts,
      ...drinkAndCondimentTexts,
      ...craftAndGiftTexts,
    ].map((text) => [text.id, text]),
  )
  return specialitiesJson.map((speciality) => {
    const text = texts.get(speciality.id)
    if (!text) throw new Error(`no text for the speciality ${speciality.id}`)
    // On sale in every month is no season.
    const season = speciality.season.length === 12 ? [] : speciality.season
    return { ...speciality, season, text } as Speciality
  })
}
