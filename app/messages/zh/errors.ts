export const errors = {
  notFoundTitle: '没有找到这个页面',
  notFoundText: '它可能已经下架，或者链接写错了。您可以从首页或搜索重新开始。',
  brokenTitle: '页面出了点问题',
  brokenText: '这是我们的问题，已经记录。您的购物车和订单都没有丢失，请稍后再试。',
  forbiddenTitle: '这个操作没有被接受',
  forbiddenText: '请回到页面重新提交一次。',
  tooManyTitle: '操作太频繁了',
  tooManyText: '请稍等片刻再试。',
  offlineTitle: '暂时连不上服务',
  reference: (id: string) => `问题编号 ${id}`,
  again: '再试一次',
} as const
