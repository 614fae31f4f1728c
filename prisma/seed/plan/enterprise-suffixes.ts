import type { Theme } from '../data/enterprise-names.ts'
import type { Speciality } from './specialities.ts'

export type EnterpriseKind = 'company' | 'cooperative' | 'family-farm' | 'workshop'
export type Suffix = { kind: EnterpriseKind; zh: string; en: string }

const suffixes: Readonly<Record<Theme, Array<Suffix>>> = {
  grain: [
    { kind: 'company', zh: '农业科技有限公司', en: 'Agriculture Co., Ltd.' },
    { kind: 'company', zh: '粮食加工有限公司', en: 'Grain Milling Co., Ltd.' },
    { kind: 'cooperative', zh: '杂粮种植专业合作社', en: 'Grain Growers’ Cooperative' },
    { kind: 'cooperative', zh: '谷物种植专业合作社', en: 'Millet Growers’ Cooperative' },
    { kind: 'family-farm', zh: '家庭农场', en: 'Family Farm' },
  ],
  pasture: [
    { kind: 'company', zh: '牧业有限公司', en: 'Pasture Co., Ltd.' },
    { kind: 'company', zh: '肉类食品有限公司', en: 'Meat Foods Co., Ltd.' },
    { kind: 'cooperative', zh: '牛羊养殖专业合作社', en: 'Herders’ Cooperative' },
    { kind: 'family-farm', zh: '家庭牧场', en: 'Family Ranch' },
  ],
  garden: [
    { kind: 'company', zh: '果蔬有限公司', en: 'Fruit and Vegetable Co., Ltd.' },
    { kind: 'cooperative', zh: '果蔬种植专业合作社', en: 'Fruit and Vegetable Cooperative' },
    { kind: 'cooperative', zh: '设施农业专业合作社', en: 'Greenhouse Growers’ Cooperative' },
    { kind: 'family-farm', zh: '家庭农场', en: 'Family Farm' },
  ],
  forest: [
    { kind: 'company', zh: '山珍食品有限公司', en: 'Mountain Foods Co., Ltd.' },
    { kind: 'cooperative', zh: '食用菌种植专业合作社', en: 'Mushroom Growers’ Cooperative' },
    { kind: 'family-farm', zh: '家庭农场', en: 'Family Farm' },
  ],
  kitchen: [
    { kind: 'company', zh: '食品有限公司', en: 'Foods Co., Ltd.' },
    { kind: 'company', zh: '食品加工有限公司', en: 'Food Works Co., Ltd.' },
    { kind: 'workshop', zh: '食品坊', en: 'Food Workshop' },
  ],
  craft: [
    { kind: 'company', zh: '文化创意有限公司', en: 'Cultural Crafts Co., Ltd.' },
    { kind: 'cooperative', zh: '手工艺专业合作社', en: 'Crafts Cooperative' },
    { kind: 'workshop', zh: '手工坊', en: 'Craft Workshop' },
    { kind: 'workshop', zh: '工艺坊', en: 'Studio' },
  ],
  trade: [
    { kind: 'company', zh: '特产商贸有限公司', en: 'Speciality Trading Co., Ltd.' },
    { kind: 'company', zh: '农产品供应链有限公司', en: 'Farm Produce Supply Co., Ltd.' },
    { kind: 'cooperative', zh: '农产品购销专业合作社', en: 'Farm Produce Marketing Cooperative' },
  ],
}

const dairySuffixes: Array<Suffix> = [
  { kind: 'company', zh: '奶食品有限公司', en: 'Dairy Co., Ltd.' },
  { kind: 'workshop', zh: '奶食坊', en: 'Dairy Workshop' },
  { kind: 'cooperative', zh: '奶牛养殖专业合作社', en: 'Dairy Cooperative' },
]

const herbSuffixes: Array<Suffix> = [
  { kind: 'cooperative', zh: '中药材种植专业合作社', en: 'Herb Growers’ Cooperative' },
  { kind: 'company', zh: '中药材有限公司', en: 'Herbs Co., Ltd.' },
]

const lakeSuffixes: Array<Suffix> = [
  { kind: 'company', zh: '渔业有限公司', en: 'Fisheries Co., Ltd.' },
  { kind: 'cooperative', zh: '水产养殖专业合作社', en: 'Fishers’ Cooperative' },
]

/** What a name may end in, so that a dairy is not called a butcher. */
export function suffixesOf(theme: Theme, specialities: ReadonlyArray<Speciality>): Array<Suffix> {
  const count = (...categories: Array<string>) =>
    specialities.filter((each) => categories.includes(each.category)).length
  if (theme === 'pasture' && count('dairy') >= 3) return dairySuffixes
  if (theme === 'forest' && count('herb') >= 3) return herbSuffixes
  if (theme === 'forest' && count('aquatic') >= 3) return lakeSuffixes
  return suffixes[theme]
}
