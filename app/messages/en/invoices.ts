import type { Translated } from '../translated.ts'
import type { invoices as zh } from '../zh/invoices.ts'

export const invoices: Translated<typeof zh> = {
  title: 'Invoices',
  text: 'Invoices (fapiao) that buyers asked for at checkout. When one is issued in the tax system, upload its PDF and number here; the buyer is told by text message and downloads it from the order.',
  stands: { waiting: 'To issue', reversal: 'To reverse', issued: 'Issued' },
  none: {
    waiting: 'No invoices to issue',
    reversal: 'No invoices to reverse',
    issued: 'No invoices issued yet',
  },
  noneText: 'When an order is paid, the invoice that its buyer asked for is here, the oldest first.',
  kinds: { personal: 'Personal', company: 'Company' },
  deleted: 'The buyer’s account was deleted',
  requested: (time) => `Asked for ${time}`,
  issued: (time) => `Issued ${time}`,
  email: (email) => `E-mail ${email}`,
  creditCode: (code) => `Tax number ${code}`,
  sequence: (count) => `No. ${count} of this enterprise`,
  number: (number) => `Invoice number ${number}`,
  reversed: (amount, number) => `${amount} reversed by red-letter invoice ${number}`,
  toReverse: (amount) => `${amount} refunded: a red-letter invoice is needed`,
  download: 'Download PDF',
  issue: {
    open: 'Issue',
    label: (order) => `Issue the invoice of order ${order}`,
    number: 'Invoice number',
    numberHint: '20 digits if fully digital; 8 to 12 on older ones',
    paper: 'PDF file',
    paperHint: 'At most 15 MB, kept as it is',
    submit: 'Upload and tell the buyer',
  },
  reverse: {
    open: 'Record the red-letter invoice',
    label: (order) => `Record the red-letter invoice of order ${order}`,
    number: 'Red-letter invoice number',
    submit: 'Record',
  },
  done: {
    issued: 'Issued; the buyer is told by text message.',
    reversed: 'The red-letter invoice is recorded.',
  },
  errors: {
    'invoice-number': 'An invoice number has 20 digits, or 8 to 12',
    'paper-required': 'Choose the PDF of the invoice',
    'too-large': 'The file is too large: at most 15 MB',
    'not-a-paper': 'This is no complete PDF file',
    'not-found': 'This request was not found',
    'already-issued': 'This invoice was issued before; nothing was changed',
    'nothing-kept': 'This order was refunded in full and is not invoiced any more',
    'number-taken': 'This number is on the invoice of another order',
  },
}
