import type { Theme } from './enterprise-names.ts'

/** `only`: first-level categories that it is true of. */
export type Phrase = { zh: string; en: string; only?: Array<string> }

/** Short line under a title: what this seller's goods have of their own. */
export const sellingPoints: Readonly<Record<Theme, Array<Phrase>>> = {
  grain: [
    { zh: '接单现碾，两天内发出', en: 'Milled to order, sent within two days', only: ['grain'] },
    { zh: '真空小袋，一次一袋', en: 'Small vacuum bags, one at a time', only: ['grain'] },
    { zh: '今年新粮，地块可查', en: 'This year’s crop, traceable to its plot', only: ['grain', 'gift'] },
    { zh: '三道筛加人工挑拣', en: 'Sieved three times and hand-picked', only: ['grain', 'gift'] },
    { zh: '合作社自种自销', en: 'Grown and sold by the same people' },
  ],
  pasture: [
    { zh: '原切分割，不注水不拼接', en: 'Natural cuts, never pumped or pieced', only: ['meat'] },
    { zh: '牧户直供，批批检验', en: 'From herders, inspected lot by lot' },
    { zh: '泡沫箱加冰，冷链到家', en: 'Foam box and ice, cold to your door' },
    { zh: '分袋标部位，好收好用', en: 'Bagged and labelled by cut', only: ['meat'] },
    { zh: '当天现做，按单发货', en: 'Made on the day, sent to order', only: ['dairy'] },
  ],
  garden: [
    { zh: '清晨采摘，当天装箱', en: 'Picked at dawn, boxed the same day', only: ['produce'] },
    { zh: '坏果两天内拍照包赔', en: 'Bad fruit refunded on a photo within two days', only: ['produce'] },
    { zh: '产地直发，不进市场', en: 'Straight from the field' },
    { zh: '蜂授粉，采摘有记录', en: 'Bee-pollinated, every picking recorded', only: ['produce'] },
    { zh: '隔板箱装，路上不碰', en: 'Divided box, no bumping on the way', only: ['produce', 'egghoney'] },
  ],
  forest: [
    { zh: '手工挑拣，无沙少碎', en: 'Hand-sorted, no grit and few crumbs', only: ['fungi', 'herb'] },
    { zh: '架上晾晒，干度足', en: 'Rack-dried through and through', only: ['herb'] },
    {
      zh: '采收有季，卖完等明年',
      en: 'A seasonal harvest; when it is gone, next year',
      only: ['fungi', 'aquatic'],
    },
    { zh: '产地合作社直发', en: 'Straight from the growers’ cooperative' },
  ],
  kitchen: [
    { zh: '小批量做，日期新鲜', en: 'Small batches, recent dates' },
    { zh: '本地原料，配料简单', en: 'Local ingredients, a short list' },
    { zh: '封口严实，路上不漏', en: 'Sealed well, no leaks on the way', only: ['condiment', 'drink'] },
    { zh: '老师傅看火候', en: 'An old hand minds the fire', only: ['snack', 'ready', 'condiment'] },
    { zh: '独立包装，分着吃方便', en: 'Packed singly for sharing', only: ['snack', 'ready'] },
    { zh: '当日生产当日发', en: 'Made and sent the same day', only: ['ready'] },
  ],
  craft: [
    { zh: '一人一件，从头做到尾', en: 'One maker to one piece' },
    { zh: '发货前拍实物图', en: 'Your own piece photographed before posting' },
    { zh: '礼盒包装，可写贺卡', en: 'Gift box, with a card if you like' },
    { zh: '手工活，略有不同', en: 'Made by hand, each a little different' },
  ],
  trade: [
    { zh: '产地收货，逐批查验', en: 'Collected at source, checked lot by lot' },
    { zh: '标清产地和生产者', en: 'Place and producer always named' },
    { zh: '一仓发齐，省心省运费', en: 'One store, one parcel' },
    { zh: '尝过才上架', en: 'Listed only after tasting' },
  ],
}

/** 贮存条件, by how the goods travel and what they are. */
export const storageAdvice: Readonly<Record<string, Phrase>> = {
  ambient: { zh: '常温、阴凉、干燥处密封保存', en: 'Keep sealed in a cool, dry place' },
  'ambient-produce': { zh: '阴凉通风处保存，避免阳光直射', en: 'Keep cool and aired, out of the sun' },
  'ambient-craft': { zh: '干燥处存放，避免潮湿和暴晒', en: 'Keep dry and out of strong sun' },
  'ambient-drink': { zh: '常温避光保存，开瓶后冷藏', en: 'Keep in the dark; refrigerate once opened' },
  'ambient-egghoney': { zh: '阴凉处保存，避免高温', en: 'Keep cool' },
  chilled: { zh: '0～4℃冷藏保存，开封后尽快食用', en: 'Keep at 0–4 °C; eat soon after opening' },
  frozen: { zh: '-18℃以下冷冻保存，解冻后请勿再次冷冻', en: 'Keep below −18 °C; do not refreeze' },
}

/** 致敏物质, found in the ingredients by these words (GB 7718-2025, eight groups). */
export const allergens: Array<{ words: RegExp; zh: string }> = [
  { words: /小麦|大麦|麸皮/, zh: '含麸质的谷物' },
  { words: /牛乳|乳粉|奶粉|乳清|稀奶油|马奶/, zh: '乳和乳制品' },
  { words: /鸡蛋/, zh: '蛋类' },
  { words: /雅罗鱼|鲫鱼|华子鱼/, zh: '鱼类' },
  { words: /大豆|黄豆|酱油/, zh: '大豆' },
  { words: /榛子|杏仁/, zh: '坚果' },
]

export const reviewerSurnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘范彭鲁马方任袁史唐薛雷贺倪汤罗郝安常于傅齐康伍余顾孟黄和穆萧尹'
