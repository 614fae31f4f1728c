import { day } from '#app/kernel/clock.ts'
import { districts } from '../data/divisions.ts'
import { reviewerSurnames } from '../data/listing-texts.ts'
import { type Random, randomFor, uuidFor } from '../random.ts'

export type Place = { districtCode: string; beijingDistrictCode: string; street: string; detail: string }
export type ShopperPlan = {
  id: string
  phone: string
  name: string
  /** 王**, as reviews show it. */
  maskedName: string
  createdAt: Date
  place: Place
  addressId: string
}

const givenNames = [
  '敏',
  '静',
  '磊',
  '洋',
  '艳',
  '勇',
  '芳',
  '娜',
  '强',
  '军',
  '杰',
  '涛',
  '明',
  '超',
  '秀英',
  '桂兰',
  '建国',
  '丽华',
  '志强',
  '雪梅',
  '晓东',
  '玉兰',
  '海燕',
  '文博',
]
const streets = ['幸福街道', '和平街道', '学院街道', '花园街道', '新城街道', '东风街道']
const estates = ['枫林苑', '翠湖园', '向阳里', '和风家园', '杏园小区', '安居里', '清河雅居', '玉兰苑']

/** Phones count up from 13800000001; the first two are the demonstration accounts, who have orders and favourites. */
export function planShoppers(count: number, now: Date): Array<ShopperPlan> {
  return Array.from({ length: count }, (_, index) => {
    const random = randomFor(`shopper:${index}`)
    const surname = random.pick([...reviewerSurnames])
    return {
      id: uuidFor(`shopper:${index}`),
      phone: String(13_800_000_001 + index),
      name: surname + random.pick(givenNames),
      maskedName: `${surname}**`,
      createdAt: new Date(now.getTime() - random.between(95, 600) * day),
      place: planPlace(random),
      addressId: uuidFor(`address:${index}`),
    }
  })
}

/** An invented address in one of Beijing's districts; those of the development area are in Daxing by post. */
export function planPlace(random: Random): Place {
  const district = random.pick(
    districts.flatMap((each) => Array<typeof each>(weightOf(each.code)).fill(each)),
  )
  return {
    districtCode: district.code.slice(0, 6),
    beijingDistrictCode: district.code.slice(0, 6),
    street: random.pick(streets),
    detail: `${random.pick(estates)}${random.between(1, 28)}号楼${random.between(1, 6)}单元${random.between(1, 18)}0${random.between(1, 4)}室（演示）`,
  }
}

/** More people live in the six districts of the centre and the new towns than in the hills. */
function weightOf(code: string): number {
  if (['110105', '110108'].includes(code)) return 6
  if (['110102', '110106', '110112', '110114', '110115'].includes(code)) return 4
  return ['110109', '110116', '110117', '110118', '110119'].includes(code) ? 1 : 2
}
