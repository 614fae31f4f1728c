import type { Translated } from '../translated.ts'
import type { checkout as zh } from '../zh/checkout.ts'

export const checkout: Translated<typeof zh> = {
  title: 'Review your order',
  steps: { cart: 'Cart', confirm: 'Review', pay: 'Pay', done: 'Done' },
  stepsLabel: 'Steps of the order',
  delivery: 'Delivery',
  addressBook: 'Choose an address',
  newAddress: 'Use a new address',
  saveAddress: 'Save to my addresses',
  signInOffer: 'Already have an account?',
  signInLink: 'Sign in to use a saved address',
  parcels: 'Goods and parcels',
  editCart: 'Back to the cart to change',
  lineQuantity: (count) => `× ${count}`,
  arrival: {
    ambient: 'Leaves when the product’s page says, usually 2–3 days to Beijing',
    chilled: 'Chilled delivery, usually next day in Beijing',
    frozen: 'Frozen delivery, leaves Monday to Thursday, Beijing in one or two days',
  },
  invoice: 'Invoice (fapiao)',
  invoiceNote: 'Each enterprise issues its own invoice over the amount paid.',
  invoiceKinds: { none: 'No invoice', personal: 'Personal invoice', company: 'Company invoice' },
  invoiceSaved: 'Use a saved title',
  invoiceSavedNone: 'None, I fill it in',
  invoiceName: 'Invoice title',
  creditCode: 'Unified social credit code',
  creditCodeHint: '18 characters, required for a company',
  email: 'E-mail for the invoice',
  note: 'Message to the enterprises',
  noteHint: 'For example: please deliver on weekdays',
  confirmations: 'Please confirm',
  noReturnTick:
    'I know that these goods are perishable or made to order and not covered by seven-day returns; damage is still covered by after-sales:',
  adultTick: 'I am 18 or older (the order contains alcohol, which is not sold to minors)',
  totals: 'Amounts',
  items: 'Goods',
  shipping: 'Shipping',
  free: 'Free',
  total: 'To pay',
  submit: 'Place order and pay',
  submitNote: (minutes) => `The stock is then held for you for ${minutes} minutes; please pay within them.`,
  terms:
    'Name, phone and address go to the sending enterprises and the couriers only; the payment provider receives the order number, titles and amounts.',
  regionChanged:
    'Shipping may change with the region; the total is checked again before the order is placed.',
  recalculate: 'Update shipping',
  failures: {
    title: 'The order was not placed yet',
    'empty-cart':
      'The cart is empty; perhaps you ordered in another window. Look at your orders, or start again.',
    'too-many-lines': 'One order holds 100 kinds of goods; please make two orders.',
    unavailable: 'These goods are no longer sold; remove them from the cart:',
    'below-minimum-quantity': 'These goods are sold in larger quantities; change them in the cart:',
    'above-limit': 'These goods are limited per person; take fewer in the cart:',
    'out-of-stock': 'Others were a little faster. There is not enough of these; take fewer in the cart:',
    'cold-chain-too-far':
      'Chilled and frozen goods cannot reach this region; change the address, or remove these goods:',
    'outside-mainland': 'We deliver within mainland China only; please change the address. Goods concerned:',
    'amount-too-small': 'Payments under CNY 5 are not accepted; please add something.',
    'amount-too-large':
      'The order exceeds the limit of CNY 999,999.99 a payment; please make several orders.',
    'needs-no-return-tick': 'Please confirm that you know which goods are not covered by seven-day returns.',
    'needs-adult-tick': 'Please confirm that you are 18 or older, or remove the alcohol from the cart.',
    'price-changed':
      'A price or the shipping has just changed. Please look at the new total and submit once more.',
    'unknown-region': 'This district was not found; please choose again.',
    'address-gone': 'The chosen address has been removed; please choose another.',
    'too-many': 'Too many submissions; please wait a minute. Your cart is still there.',
    left: (count) => `only ${count} left`,
    minimum: (count) => `sold from ${count}`,
    limit: (limit, bought) =>
      bought > 0 ? `at most ${limit} a person, you have bought ${bought}` : `at most ${limit} a person`,
  },
  pay: {
    title: 'Payment',
    number: (number) => `Order ${number}`,
    amount: 'To pay',
    expires: (time, minutes) =>
      `Please pay before ${time} (${minutes} min left); then the stock is released.`,
    expired: 'The time to pay is over and the order is closed. Nothing was charged. You can order again.',
    submit: 'Continue to payment',
    methods: 'WeChat Pay, Alipay and bank cards. The next page belongs to the payment provider.',
    again: 'Try to pay again',
    notPaid: 'Not paid yet',
    notPaidText: 'You left the payment page; the order is still kept for you.',
    failed: 'This payment did not go through and nothing was charged. You can try another way.',
    unavailable:
      'The payment service cannot be reached just now. Order and stock are kept; please try again in a while.',
    closed: 'This order can no longer be paid.',
    view: 'View the order',
    cancel: 'Cancel the order',
    buyAgain: 'Shop again',
    confirming: 'Confirming your payment',
    confirmingText:
      'The payment provider has not answered yet; this usually takes seconds. The page refreshes itself. Please do not pay twice.',
    refresh: 'Refresh now',
    paid: 'Payment received',
    paidText: (number) => `Order ${number} is paid; the enterprises will ship soon.`,
    guestNote:
      'Keep the link of the order page: without an account it is your way to tracking and after-sales.',
  },
}
