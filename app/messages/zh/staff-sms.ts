/** What is sent to people of the staff, and to those who want to be. A link with a token goes to that phone only. */
export type StaffSms = {
  place: string
  days: number
  /** The order or the goods that it is about. */
  about: string
  /** By when; empty where there is no such time. */
  until: string
  waiting: StaffWaiting
  link: string
}
type StaffWaiting = Record<'toShip' | 'late' | 'requests' | 'invoices' | 'closed' | 'paid', number>

export const staffSms = {
  invitation: ({ place, link }: StaffSms) =>
    `【赤峰好物】${place}邀请您加入工作台，链接 72 小时内有效，只能用一次：${link}`,
  'password-reset': ({ link }: StaffSms) =>
    `【赤峰好物】重设工作人员密码：${link}，30 分钟内有效。如非本人操作，请忽略。`,
  'second-step-reset': ({ link }: StaffSms) =>
    `【赤峰好物】您的第二步验证已由主办方重置，下次登录时请重新设置：${link}。如有疑问，请联系主办方。`,
  'application-started': ({ place, link }: StaffSms) =>
    `【赤峰好物】${place}的入驻申请已保存。继续填写、查看进度：${link}`,
  'application-returned': ({ place, link }: StaffSms) =>
    `【赤峰好物】${place}的入驻申请需要补正，请查看说明，修改后重新提交：${link}`,
  'application-rejected': ({ place, link }: StaffSms) =>
    `【赤峰好物】${place}的入驻申请未获通过，查看说明：${link}`,
  'application-link': ({ place, link }: StaffSms) =>
    `【赤峰好物】${place}的入驻申请链接，查看进度、修改和提交都用它：${link}`,
  'application-approved': ({ place, link }: StaffSms) =>
    `【赤峰好物】${place}的入驻申请已通过。请在 72 小时内设置负责人账号：${link}`,
  'enterprise-suspended': ({ place, link }: StaffSms) =>
    `【赤峰好物】${place}已被暂停销售，已售出的订单仍需发货。查看说明：${link}`,
  'enterprise-reinstated': ({ place, link }: StaffSms) => `【赤峰好物】${place}已恢复销售：${link}`,
  'listing-barred': ({ place, about, link }: StaffSms) =>
    `【赤峰好物】${place}的“${about}”被主办方下架，修改并重新通过审核后才能再上架。查看原因：${link}`,
  'bar-lifted': ({ place, about, link }: StaffSms) =>
    `【赤峰好物】${place}的“${about}”已解除下架，可以重新上架：${link}`,
  'goods-lapsed': ({ place, link }: StaffSms) =>
    `【赤峰好物】${place}有证件到期，相关商品已下架、没有按时上架或撤下了标志，请添加新证件：${link}`,
  'document-expiring': ({ place, days, link }: StaffSms) =>
    `【赤峰好物】${place}有证照将在 ${days} 天内到期，请及时上传新证：${link}`,
  'document-ending-today': ({ place, link }: StaffSms) =>
    `【赤峰好物】${place}有证照今天到期，明天起失效，请今天上传新证：${link}`,
  'document-expired': ({ place, link }: StaffSms) =>
    `【赤峰好物】${place}有证照已经到期，请尽快上传新证：${link}`,
  'after-sale-requested': ({ about, until, link }: StaffSms) =>
    `【赤峰好物】订单 ${about} 有售后申请，请在 ${until} 前答复：${link}`,
  'return-posted': ({ about, until, link }: StaffSms) =>
    `【赤峰好物】订单 ${about} 的退货已寄出，请在 ${until} 前收货退款：${link}`,
  'listing-returned': ({ about, link }: StaffSms) =>
    `【赤峰好物】“${about}”被退回，请按审核意见修改：${link}`,
  'listing-accepted': ({ about, until, link }: StaffSms) =>
    `【赤峰好物】“${about}”已通过审核，${until ? `${until} 上架` : '已经上架'}：${link}`,
  'account-filed': ({ place, about, link }: StaffSms) =>
    `【赤峰好物】${place}提交了尾号 ${about} 的收款账户，等待主办方确认。如非本人操作，请立即联系主办方：${link}`,
  'account-confirmed': ({ place, about, link }: StaffSms) =>
    `【赤峰好物】${place}的收款账户（尾号 ${about}）已确认，以后的结算款付到这里：${link}`,
  'account-returned': ({ place, about, link }: StaffSms) =>
    `【赤峰好物】${place}的收款账户（尾号 ${about}）被退回，请查看原因：${link}`,
  morning: ({ place, waiting, link }: StaffSms) =>
    `【赤峰好物】${place}今天：${listWaiting(waiting).join('，')}。${link}`,
}

function listWaiting({ toShip, late, requests, invoices, closed, paid }: StaffWaiting): Array<string> {
  return [
    toShip > 0 ? `待发货 ${toShip} 单${late > 0 ? `（${late} 单超时）` : ''}` : '',
    requests > 0 ? `售后待处理 ${requests} 件` : '',
    invoices > 0 ? `待开票 ${invoices} 张` : '',
    closed > 0 ? '结算单已出' : '',
    paid > 0 ? '结算款已付' : '',
  ].filter(Boolean)
}
