/** Words of the fairs' and livestreams' pages that no other page of the shop needs: they come with the page. */
export const livestreams = {
  title: '直播预告',
  description: '“赤峰好物”的抖音直播：什么时候、谁来播、播哪些好物。',
  today: '今天',
  coming: '接下来',
  past: '播过的',
  none: '今天没有直播',
  noneComing: '还没有排出后面的直播',
  onAir: '正在直播',
  host: '主播',
  products: '这场的好物',
  fairComing: '即将举行',
  fairGoods: '展出的好物',
  toCome: '参展企业和商品确定以后会在这里公布。',
  moreGoods: '更多展出的好物',
  schedule: '看直播预告',
} as const
