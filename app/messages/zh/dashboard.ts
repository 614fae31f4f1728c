export const dashboard = {
  todos: {
    title: '待办',
    toShip: '待发货订单',
    afterSales: '待答复售后',
    reviews: '待回复评价',
    returned: '退回的商品',
    lowStock: '库存紧张',
    documents: '证照快到期',
  },
  sales: {
    today: '今天的销售',
    asOf: (time: string) => `截至 ${time}，已扣除退款`,
    byChannel: '按渠道',
    byProduct: '按商品',
    pieces: (count: number) => `${count} 件`,
    channels: { onsite: '展会现场', contract: '签约', livestream: '直播', online: '网上商城' },
    nothing: '今天还没有销售。',
    days: '最近十四天',
    table: '看数字',
    day: '日期',
    amount: '销售额',
  },
} as const
