/**
 * Past fairs with the article's figures exactly as it prints them: 余, 约 and 近 are part of the figure,
 * and no split by channel, banner or day is given there, so none is given here.
 */
type PrintedFigureText = {
  label: string
  labelEn: string
  value: string
  valueEn: string
  /** sales+signed, signed, headcount, enterprises, products, media */
  kind: string
}

export type FairText = {
  slug: string
  name: string
  nameEn: string
  kind: 'trade-fair' | 'match-making' | 'canteen-week'
  city: string
  cityEn: string
  venue: string | null
  venueEn: string | null
  startsAt: string
  endsAt: string
  isMonthOnly: boolean
  isDemonstration: boolean
  summary: string
  summaryEn: string
  figures: Array<PrintedFigureText>
}

export const runningFairSlug = 'beijing-2026'
/** The article's fair once more, with entries made up to look at. */
export const copiedFairSlug = 'beijing-2023-demo'

export const fairs: Array<FairText> = [
  {
    slug: 'chongqing-2023',
    name: '“渝见京蒙”京蒙消费帮扶集采推介会暨帮扶产品“五进”活动',
    nameEn: 'Beijing–Inner Mongolia group purchasing fair in Chongqing',
    kind: 'match-making',
    city: '重庆市',
    cityEn: 'Chongqing',
    venue: null,
    venueEn: null,
    startsAt: '2023-03-01T00:00:00+08:00',
    endsAt: '2023-04-01T00:00:00+08:00',
    isMonthOnly: true,
    isDemonstration: false,
    summary: '二〇二三年三月，赤峰十二个旗县区的四十二家企业带着三百种产品到重庆参展。',
    summaryEn:
      'In March 2023, 42 enterprises from all twelve divisions of Chifeng took 300 products to Chongqing.',
    figures: [
      {
        label: '赤峰展区产品销售及签约金额',
        labelEn: 'Sold and signed at the Chifeng stand',
        value: '865万余元',
        valueEn: 'more than 8.65 million yuan',
        kind: 'sales+signed',
      },
      {
        label: '活动签约金额总计',
        labelEn: 'Signed at the whole event',
        value: '35.37亿元',
        valueEn: '3.537 billion yuan',
        kind: 'signed',
      },
      { label: '参展企业', labelEn: 'Enterprises', value: '42家', valueEn: '42', kind: 'enterprises' },
      { label: '产品', labelEn: 'Products', value: '300种', valueEn: '300', kind: 'products' },
    ],
  },
  {
    slug: 'nongzhanguan-2023',
    name: '2023脱贫地区农副产品产销对接会',
    nameEn: 'National matching fair for farm products, 2023',
    kind: 'match-making',
    city: '北京市',
    cityEn: 'Beijing',
    venue: '北京农展馆',
    venueEn: 'National Agricultural Exhibition Center',
    startsAt: '2023-05-01T00:00:00+08:00',
    endsAt: '2023-06-01T00:00:00+08:00',
    isMonthOnly: true,
    isDemonstration: false,
    summary: '二〇二三年五月，国家供销社在北京农展馆举办产销对接会，赤峰的农畜产品到场销售、签约。',
    summaryEn:
      'In May 2023 the national supply and marketing cooperatives held a matching fair in Beijing, where Chifeng sold and signed for farm and livestock products.',
    figures: [
      {
        label: '现场签约订单和销售农畜产品金额',
        labelEn: 'Orders signed and goods sold on site',
        value: '2.3亿元',
        valueEn: '230 million yuan',
        kind: 'sales+signed',
      },
    ],
  },
  {
    slug: 'tsinghua-2023',
    name: '“赤峰好物 清华有约”赤峰美食文化周',
    nameEn: 'Chifeng food week at Tsinghua University',
    kind: 'canteen-week',
    city: '北京市',
    cityEn: 'Beijing',
    venue: '清华大学',
    venueEn: 'Tsinghua University',
    startsAt: '2023-06-01T00:00:00+08:00',
    endsAt: '2023-07-01T00:00:00+08:00',
    isMonthOnly: true,
    isDemonstration: false,
    summary: '二〇二三年六月，赤峰的羊肉、杂粮和点心端进清华大学的食堂。',
    summaryEn:
      'In June 2023 the lamb, grains and pastries of Chifeng came to the canteens of Tsinghua University.',
    figures: [
      {
        label: '就餐人次',
        labelEn: 'Meals served',
        value: '约2万人次',
        valueEn: 'about 20,000',
        kind: 'headcount',
      },
    ],
  },
  {
    slug: 'beijing-2023',
    name: '“赤峰好物进北京”',
    nameEn: 'Chifeng Good Products in Beijing, 2023',
    kind: 'trade-fair',
    city: '北京市',
    cityEn: 'Beijing',
    venue: '北京展览馆',
    venueEn: 'Beijing Exhibition Center',
    startsAt: '2023-11-23T00:00:00+08:00',
    endsAt: '2023-11-28T00:00:00+08:00',
    isMonthOnly: false,
    isDemonstration: false,
    summary:
      '二〇二三年十一月二十三日至二十七日，一百八十三家企业带着一千零四十余种产品来到北京展览馆，现场、签约、抖音直播和线上平台四路同时进行。',
    summaryEn:
      'From 23 to 27 November 2023, 183 enterprises brought more than 1,040 products to the Beijing Exhibition Center and sold in four ways at once: at the booth, by contract, in livestreams and online.',
    figures: [
      {
        label: '现场销售、签约、抖音直播和“赤峰好物”线上平台销售金额累计',
        labelEn: 'Booth sales, contracts, livestreams and the online platform together',
        value: '7300余万元',
        valueEn: 'more than 73 million yuan',
        kind: 'sales+signed',
      },
      { label: '参展企业', labelEn: 'Enterprises', value: '183家', valueEn: '183', kind: 'enterprises' },
      { label: '产品', labelEn: 'Products', value: '1040余种', valueEn: 'more than 1,040', kind: 'products' },
      { label: '媒体', labelEn: 'Media', value: '60余家', valueEn: 'more than 60', kind: 'media' },
    ],
  },
  {
    slug: runningFairSlug,
    name: '赤峰好物进北京 2026 展销月（演示）',
    nameEn: 'Chifeng Good Products in Beijing, fair month 2026 (demonstration)',
    kind: 'trade-fair',
    city: '北京市',
    cityEn: 'Beijing',
    venue: '北京展览馆',
    venueEn: 'Beijing Exhibition Center',
    startsAt: '2026-11-20T00:00:00+08:00',
    endsAt: '2026-12-21T00:00:00+08:00',
    isMonthOnly: false,
    isDemonstration: true,
    summary: '演示数据：用来展示展会正在进行时线上销售如何计入同一本账，金额与企业均为虚构。',
    summaryEn:
      'Demonstration data: it shows how online sales enter one ledger while a fair is on. Amounts and enterprises are invented.',
    figures: [],
  },
  {
    slug: copiedFairSlug,
    name: '赤峰好物进北京 2023（演示数据）',
    nameEn: 'Chifeng Good Products in Beijing, 2023 (demonstration data)',
    kind: 'trade-fair',
    city: '北京市',
    cityEn: 'Beijing',
    venue: '北京展览馆',
    venueEn: 'Beijing Exhibition Center',
    startsAt: '2023-11-23T00:00:00+08:00',
    endsAt: '2023-11-28T00:00:00+08:00',
    isMonthOnly: false,
    isDemonstration: true,
    summary:
      '演示数据：总额与公开报道的“7300余万元”相当，渠道、旗县、企业和每天的拆分全部是生成的，用来展示数字大屏和报表，不是当年的真实记录。',
    summaryEn:
      'Demonstration data: the total is that of the press reports, “more than 73 million yuan”; every split by channel, division, enterprise and day is generated to show the wall and the reports, and is no record of what happened.',
    figures: [],
  },
]
