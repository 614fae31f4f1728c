import { randomUUID } from 'node:crypto'
import type { Known } from './routes.ts'

const fair = '/organizer/exhibitions/beijing-2026'
const fairFacts = {
  name: '北京展销会',
  nameEn: 'Fair in Beijing',
  kind: 'trade-fair',
  city: '北京',
  cityEn: 'Beijing',
  venue: '',
  venueEn: '',
  startsOn: '2026-11-20',
  endsOn: '2026-12-20',
  summary: '',
  summaryEn: '',
}
const streamFacts = {
  title: '小米专场',
  titleEn: 'Millet',
  host: '小梅',
  hostAccount: '',
  fair: 'beijing-2026',
  startsAt: '2026-11-24T20:00',
  endsAt: '2026-11-24T22:00',
}
const parcels = { ambientFee: '8', chilledFee: '18', frozenFee: '28', freeShipping: '99' }
const reason = '核对过身份了'

/** Forms of enterprises and organizers, filled in as they should be. */
export function staffForms(known: Known): Array<[target: string, form: Record<string, string>]> {
  const { enterprise, sku, article } = known
  const own = `/enterprise/${enterprise}`
  const booth = `/booth/beijing-2026/${enterprise}`
  const contract = {
    kind: 'purchase',
    number: '',
    title: '小米采购',
    buyer: '食堂',
    buyerCode: '',
    buyerDistrict: '110105',
    enterprise,
    division: '',
    category: 'grain',
    exhibition: 'beijing-2026',
    amount: '1,200万',
    signedOn: '2026-11-24',
    note: '',
  }
  return [
    [
      booth,
      { key: randomUUID(), sku, measure: 'pieces', quantity: '1', price: '1', tender: 'cash', district: '' },
    ],
    [
      booth,
      { key: randomUUID(), sku: '', name: '奶豆腐', quantity: '1', price: '1', tender: 'cash', district: '' },
    ],
    [`${booth}/day`, { intent: 'void', ref: randomUUID(), reason }],
    [`${booth}/day`, { intent: 'close', day: '2026-11-24', counted: '0', note: '', seen: '0', closes: '0' }],
    [`${own}/listings/${known.listing}`, { intent: 'save', version: '1', base: '{}', title: '小米' }],
    [
      `${own}/listings/${known.listing}`,
      { intent: 'change-price', articleNumber: article, price: '12', seenFen: '1200' },
    ],
    [
      `${own}/listings/bulk`,
      { intent: 'apply', key: randomUUID(), act: 'price', percent: '5', listing: known.listing },
    ],
    [
      `${own}/stock/${article}`,
      {
        intent: 'adjust',
        pool: 'online',
        act: 'received',
        quantity: '1',
        seen: '20',
        note: '',
        key: randomUUID(),
      },
    ],
    [
      `${own}/stock/${article}`,
      { intent: 'move', from: 'online', to: 'exhibition', quantity: '1', note: '', key: randomUUID() },
    ],
    [`${own}/stock/${article}`, { intent: 'threshold', lowStockAt: '3' }],
    [
      `${own}/orders/${known.order}`,
      { parcelId: randomUUID(), courier: 'sf', trackingNumber: 'SF1234567890123' },
    ],
    [`${own}/aftersales/${known.request}`, { intent: 'refuse', text: reason }],
    [
      `${own}/store`,
      { ...parcels, phone: '0476-8331234', story: '小米'.repeat(20), storyEn: '', seen: '[]' },
    ],
    [`${own}/invoices`, { intent: 'reverse', id: known.invoice, number: '24112000000000000001' }],
    [
      `${own}/invoices`,
      { intent: 'replace', id: known.invoice, version: '1', number: '24112000000000000002', reason },
    ],
    [`${own}/orders/${known.order}`, { intent: 'show-phone', reason }],
    [`${own}/orders/${known.order}`, { intent: 'out-of-stock', parcelId: randomUUID(), key: 'form', reason }],
    [
      `${own}/orders/${known.order}`,
      {
        intent: 'correct-tracking',
        parcelId: randomUUID(),
        courier: 'SF',
        trackingNumber: 'SF123456',
        reason,
      },
    ],
    [`${own}/orders/file`, { intent: 'ship', shown: '[]' }],
    [`${own}/orders/waybills/waybills.csv`, { order: known.order, back: '', reason }],
    ['/organizer/alarms', { intent: 'retry-refund', id: '1', owedId: randomUUID(), reason }],
    [
      '/organizer/alarms',
      { intent: 'refund-by-hand', id: '1', owedId: randomUUID(), reference: '1234', reason },
    ],
    ['/organizer/alarms', { intent: 'return-payment', id: '1', owedId: randomUUID(), reason }],
    [
      '/organizer/alarms',
      { intent: 'return-by-hand', id: '1', owedId: randomUUID(), reference: '1234', reason },
    ],
    [`${own}/listings/${known.listing}`, { intent: 'withdraw' }],
    [`/organizer/statements/${known.statement}`, { reference: 'HD20261128-0001' }],
    ['/organizer/statements', { period: known.period }],
    ['/organizer/payouts', { intent: 'pay', statement: known.statement, reference: 'HD20261128-0002' }],
    ['/organizer/payouts/payouts.csv', { statement: known.statement }],
    ['/organizer/accounts', { intent: 'confirm', account: randomUUID() }],
    ['/organizer/accounts', { intent: 'return', account: randomUUID(), reason }],
    [
      `${own}/account`,
      { holder: '农场', bank: '农业银行敖汉支行', number: '6228480012345678', consent: 'on' },
    ],
    ['/organizer/payouts', { intent: 'undo', paidAt: '2026-11-24T04:05:06.789Z' }],
    [`${own}/reviews`, { review: '1', was: '', reply: reason }],
    [`${own}/team`, { intent: 'invite', role: 'editor', name: '小梅', phone: '13912345678' }],
    [
      `${own}/documents`,
      { kind: 'business-licence', number: '1', expiresOn: '2030-01-01', replaces: randomUUID() },
    ],
    [`${own}/import/${known.import}`, { intent: 'map', '1': 'variant.sku' }],
    [
      `/organizer/listings/${known.submission}`,
      { intent: 'accept', version: '1', publishAt: '2030-01-01T09:30' },
    ],
    [`/organizer/listings/${known.submission}`, { intent: 'return', version: '1', 'comment.title': reason }],
    [`/organizer/listings/${known.submission}`, { intent: 'bar', reason }],
    [`/organizer/listings/${known.submission}`, { intent: 'lift-bar', reason }],
    [`/organizer/applications/${known.applicationId}`, { intent: 'return', version: '1', reason }],
    ['/organizer/reviews', { review: '1', was: 'published', to: 'hidden', reason }],
    ['/organizer/reviews', { review: '1', photo: known.reviewPhoto, to: 'hidden', reason }],
    [
      `/organizer/enterprises/${enterprise}`,
      { intent: 'set-fee', feePercent: '1', seenPercent: '0', reason },
    ],
    ['/organizer/alarms', { id: '1', raisedAt: '2026-11-24T04:05:06.789Z', note: reason }],
    ['/organizer/checks', { intent: 'provider', day: '2026-11-23' }],
    ['/organizer/people', { intent: 'enable', person: randomUUID(), reason }],
    ['/organizer/people', { intent: 'revoke', invitation: randomUUID() }],
    [
      '/organizer/people',
      {
        ...{
          intent: 'change-role',
          person: randomUUID(),
          membership: randomUUID(),
          was: 'viewer',
          wasDivision: '',
        },
        ...{ role: 'finance', divisionCode: '', reason },
      },
    ],
    ['/organizer/plan', { year: '2027', baseYear: '2026', base: '1,200万', target: '2,400万', seen: '' }],
    [
      '/organizer/certificates',
      {
        kind: 'organisation',
        district: '',
        organisation: '食堂',
        exhibition: '',
        startsOn: '2026-11-01',
        endsOn: '2026-11-24',
      },
    ],
    ['/organizer/contracts/new', { key: randomUUID(), ...contract }],
    [
      `/organizer/contracts/${known.contract}`,
      { intent: 'fulfil', key: randomUUID(), kind: 'payment', amount: '1', on: '2026-11-24', note: '' },
    ],
    ['/organizer/livestreams/new', { key: randomUUID(), ...streamFacts }],
    [`/organizer/livestreams/${known.livestream}`, { intent: 'save', version: '1', ...streamFacts }],
    [`/organizer/livestreams/${known.livestream}`, { intent: 'add-product', slug: known.product }],
    [
      '/organizer/livestreams/matching',
      { intent: 'match', product: '1', spec: '1kg', sku, code: '', stand: 'unmatched' },
    ],
    [`${fair}/edit`, { version: '1', ...fairFacts }],
    [`${fair}/targets`, { version: '1', total: '1,200万' }],
    [`${fair}/measures`, { day: '2026-11-24', visitors: '10' }],
    [
      `${fair}/coverage`,
      {
        key: randomUUID(),
        outlet: '日报',
        title: '开幕',
        url: 'https://news.example.cn/1',
        publishedOn: '2026-11-24',
      },
    ],
    [`${fair}/exhibitors`, { intent: 'assign', enterprise, booth: 'A1', was: 'A1' }],
    [`${fair}/exhibitors`, { intent: 'import', rows: `A2 ${enterprise}` }],
    [`${fair}/products`, { enterprise, product: known.product }],
    [
      `${fair}/reports`,
      { key: randomUUID(), label: '2026', cutOff: '2026-11-21T18:00', restates: known.figure },
    ],
  ]
}
