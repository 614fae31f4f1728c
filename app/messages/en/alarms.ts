import type { Translated } from '../translated.ts'
import type { alarms as zh } from '../zh/alarms.ts'

export const alarms: Translated<typeof zh> = {
  title: 'Alarms',
  text: 'What the platform found by itself and a person must judge. Say what was done when it is settled; if it happens again, it comes back.',
  stands: { open: 'Open', settled: 'Settled' },
  none: { open: 'No open alarms', settled: 'No alarm was settled yet' },
  noneText: 'Stock, books, payments and messages are checked every day; what is found appears here.',
  raised: (time) => `Found ${time}`,
  settledAt: (time) => `Settled ${time}`,
  order: (number) => `Order ${number}`,
  owed: (amount) => `Owed to the buyer: ${amount}`,
  short: (pool, missing) => `${pool}: ${missing} units short`,
  stock: (pool, physical, free, held, sold) =>
    `${pool}: ${physical} by its history; ${free} free, ${held} held, ${sold} to ship`,
  detail: 'Raw data',
  settle: 'Mark as settled',
  settleLabel: (kind) => `Mark “${kind}” as settled`,
  note: 'What was done',
  noteHint: 'Goes into the audit log',
  submit: 'Settled',
  done: 'Marked as settled.',
  giveBackDone: 'Done. The buyer is told by SMS; should the provider fail again, it comes back here.',
  giveBack: {
    'retry-refund': {
      open: 'Try again',
      text: 'Asks the payment provider once more for the same amount, the way it was paid.',
      submit: 'Refund again',
    },
    'refund-by-hand': {
      open: 'Paid by other means',
      text: 'Record it here once the money was transferred to the buyer in another way. Books, statements and invoices treat it as a refund, and the buyer is told. It cannot be undone.',
      submit: 'Record as returned',
    },
    'return-payment': {
      open: 'Return this payment',
      text: 'Asks the payment provider to return all that was taken. Books, statements and invoices of enterprises know nothing of it; an order that was frozen by it is cancelled, what was held for it is free again, and the buyer is told.',
      submit: 'Return the payment',
    },
    'return-by-hand': {
      open: 'Returned by other means',
      text: 'Record it here once the money was transferred to the buyer in another way, or returned in the provider’s dashboard. An order that was frozen by it is cancelled, what was held for it is free again, and the buyer is told. It cannot be undone.',
      submit: 'Record the return',
    },
    reference: 'Reference',
    referenceHint: 'For example the number of the bank’s slip, or of the provider’s refund',
    reason: 'Why',
  },
  checks: 'Reconciliation',
  kinds: {
    'amount-mismatch': 'Paid amount is not the order’s',
    'paid-twice': 'An order was paid twice',
    'paid-after-release': 'Paid after the order was closed',
    'refund-failed': 'A refund failed',
    'orphan-event': 'A payment event without an order',
    'stock-difference': 'Stock does not add up',
    'pool-short': 'A booth sold more than there was',
    'rollup-difference': 'A sum differs from the ledger',
    'order-difference': 'Orders differ from the ledger',
    'provider-difference': 'The payment provider differs',
    'statement-difference': 'Statements differ from the ledger',
    'message-undeliverable': 'A message cannot be delivered',
    'audit-tampered': 'The audit log was tampered with',
  },
  hints: {
    'amount-mismatch': 'Nothing is sent for this payment. Check with the provider, then return it here.',
    'paid-twice':
      'What was paid too much is still here; the order and the books are as they should be. Return it here.',
    'paid-after-release':
      'A whole refund was asked for. If the goods are there and still wanted, ask the buyer to order again.',
    'refund-failed':
      'The money did not reach the buyer. Try again; if that fails, too, pay it by other means and record it here.',
    'orphan-event':
      'The provider told of a payment that is not here. Look it up in the provider’s dashboard.',
    'stock-difference':
      'The history and the numbers differ. Ask the enterprise to count, and to adjust to what is there.',
    'pool-short':
      'It was sold on the spot, but the books had too few. Ask the enterprise to add to the fair’s pool, or to find the slip.',
    'rollup-difference':
      'Sums on walls and reports may be wrong. Hold back figures, and tell the technicians.',
    'order-difference':
      'Orders and ledger of this enterprise differ. Clear it up before the month is closed.',
    'provider-difference':
      'Our books and the provider’s differ. The day’s differences are on the reconciliation page.',
    'statement-difference': 'Statements and ledger of this enterprise differ. Clear it up before paying out.',
    'message-undeliverable': 'Sending failed again and again. Tell the person in another way.',
    'audit-tampered': 'Somebody changed the log around the program. Look into it at once.',
  },
  errors: {
    'alarm-note-required': 'Please say what was done, in two characters at least',
    'reference-needed': 'Please give the reference, in 4 characters at least',
    'other-currency':
      'What was received is not yuan. Return it in the provider’s dashboard, then record it as returned by other means.',
    'given-back': 'This money was given back already; nothing was paid twice. Please reload the page.',
    'not-refundable':
      'This cannot be refunded now: it may be given back already, or the order is being refunded.',
  },
}
