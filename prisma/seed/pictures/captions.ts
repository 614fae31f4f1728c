import type { PictureOrder } from './compose.ts'
import { divisionNames } from './division-names.ts'

const goodsEn: Readonly<Record<string, string>> = {
  grain: 'grain',
  meat: 'meat',
  dairy: 'dairy',
  fungi: 'mushrooms',
  produce: 'fresh produce',
  aquatic: 'fish',
  herb: 'herbs',
  drink: 'drink',
  snack: 'snack',
  ready: 'ready food',
  condiment: 'condiment',
  egghoney: 'eggs and honey',
  craft: 'craft',
  gift: 'gift box',
}

/** What a person who does not see the picture is told. */
export function altTexts({ kind, speciality, divisionCode, variantLabel }: PictureOrder): {
  altZh: string
  altEn: string
} {
  const place = divisionNames[divisionCode] ?? { zh: '赤峰', en: 'Chifeng' }
  const name = speciality.nameEn ?? `${place.en} ${goodsEn[speciality.category] ?? 'speciality'}`
  if (kind === 'hero')
    return {
      altZh: `插画:${speciality.name},背景是${place.zh}的风光`,
      altEn: `Illustration: ${name}, before a landscape of ${place.en}`,
    }
  if (kind === 'pack')
    return {
      altZh: `插画:${speciality.name}包装,规格${variantLabel}`,
      altEn: `Illustration: ${name} in its package, ${variantLabel}`,
    }
  return {
    altZh: `插画:产地${place.zh}的风光与位置示意图`,
    altEn: `Illustration: the land of ${place.en}, and where it lies in Chifeng (schematic)`,
  }
}
