import type { ListingDraft } from '#app/domain/listings/draft.ts'
import { syntheticCreditCode, syntheticFoodLicence } from '../plan/codes.ts'

/** What the first enterprise of 敖汉旗 would like to change of its first listings, fruit and vegetables: the words, which a reviewer reads. */
export const changes: ReadonlyArray<Partial<ListingDraft>> = [
  {
    subtitle: '清早采摘，当天装箱',
    subtitleEn: 'Picked early in the morning, packed the same day',
  },
  {
    subtitle: '地头选果，个头匀称',
    subtitleEn: 'Chosen in the field, of an even size',
  },
]

type Applicant = {
  name: string
  nameEn: string
  kind: 'cooperative' | 'family-farm'
  divisionCode: string
  town: string
  creditCode: string
  foodLicence: string
  contactName: string
  contactPhone: string
  story: string
  /** By the reviewer of its division: it waits for the city. */
  isRecommended: boolean
}

const aohan = '150430'

/** Two that would like to join, made up like everything else of the demonstration. */
export const applicants: ReadonlyArray<Applicant> = [
  {
    name: '敖汉旗坡下杂粮种植专业合作社（演示）',
    nameEn: 'Poxia grain cooperative, Aohan (demonstration)',
    kind: 'cooperative',
    divisionCode: aohan,
    town: '新惠镇',
    creditCode: syntheticCreditCode('坡下', 'cooperative', aohan),
    foodLicence: syntheticFoodLicence('01', aohan, 9001),
    contactName: '刘桂芝',
    contactPhone: '13800000091',
    story: '四十二户人家一起种谷子和荞麦，去年修了自己的晾晒场，想把小米直接卖到北京。',
    isRecommended: false,
  },
  {
    name: '敖汉旗石门家庭农场（演示）',
    nameEn: 'Shimen family farm, Aohan (demonstration)',
    kind: 'family-farm',
    divisionCode: aohan,
    town: '四家子镇',
    creditCode: syntheticCreditCode('石门', 'family-farm', aohan),
    foodLicence: syntheticFoodLicence('15', aohan, 9002),
    contactName: '赵永胜',
    contactPhone: '13800000092',
    story: '一家三代种沙棘，果子秋天手采，自己榨汁灌装，一年三千箱。',
    isRecommended: true,
  },
]

/** Of a buyer of the first enterprise, on the last parcel that came. */
export const request = {
  reason: 'damaged',
  body: '外箱压瘪了一角，其中一袋漏了，其他的都好。',
} as const
