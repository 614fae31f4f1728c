import type { LabelFields } from '#app/domain/catalog/label.ts'
import { divisionTexts } from '../data/divisions.ts'
import { allergens, storageAdvice } from '../data/listing-texts.ts'
import type { ProductPlan } from './products.ts'
import type { Speciality } from './specialities.ts'

/** A standard of the enterprise's own, where none of the state's is known; it names nobody real. */
const ownStandard = 'Q/演示 0001S'

/** The label in the seller's name: all of GB 7718 for prepackaged food, a part of it for produce and crafts. */
export function planLabel({ speciality, enterprise, variants }: ProductPlan): LabelFields {
  const place = divisionTexts.find(({ code }) => code === enterprise.divisionCode)?.name ?? ''
  const { ingredients, standard } = speciality.text
  const allergen = allergensOf(speciality)
  const common: LabelFields = {
    foodName: speciality.name,
    netContent: variants.map(({ label }) => label).join('、'),
    producer: enterprise.name,
    producerAddress: `内蒙古自治区赤峰市${place}${enterprise.town}`,
    producerPhone: enterprise.phone,
    storage: adviceFor(speciality),
    origin: `内蒙古赤峰${place}${speciality.town ?? ''}`,
  }
  if (speciality.category === 'craft') return common
  return {
    ...common,
    ...(ingredients && { ingredients: ingredients[0] }),
    ...(standard ? { standard } : speciality.foodClass && { standard: ownStandard }),
    ...(allergen && { allergens: allergen }),
    ...(speciality.foodClass && enterprise.foodLicence && { foodLicence: enterprise.foodLicence }),
    shelfLife: shelfLifeText(speciality),
  }
}

function adviceFor({ storage, category }: Speciality): string {
  const advice = storageAdvice[`${storage}-${category}`] ?? storageAdvice[storage]
  if (!advice) throw new Error(`no advice for storing ${storage}`)
  return advice.zh
}

function allergensOf({ text, foodClass }: Speciality): string | null {
  if (!foodClass || !text.ingredients) return null
  const groups = allergens.filter(({ words }) => words.test(text.ingredients?.[0] ?? '')).map(({ zh }) => zh)
  return groups.length > 0 ? groups.join('、') : null
}

/** Spirits above 10% vol need no date (GB 7718, 4.3.1): they are said to keep. */
function shelfLifeText({ shelfLifeDays, isAlcohol }: Speciality): string {
  if (isAlcohol && shelfLifeDays >= 3650) return '按标准可免标保质期'
  if (shelfLifeDays >= 540 && shelfLifeDays % 30 === 0) return `${shelfLifeDays / 30}个月`
  return `${shelfLifeDays}天`
}
