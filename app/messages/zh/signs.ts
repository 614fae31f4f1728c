export const signs = {
  title: '展位牌',
  text: '每张展位牌是一页，有照片、价格和二维码；扫码打开商品，由此下的单计入展会。',
  choice: '选择商品',
  fair: '用于哪个展会',
  noFair: '现在没有进行中或将要举行的展会，二维码只打开商品。',
  goods: '在售商品',
  show: '生成展位牌',
  print: '打印',
  code: '二维码',
  scan: '扫码下单，送到家',
} as const
