import type { Translated } from '../translated.ts'
import type { certificateCheck as zh } from '../zh/certificate-check.ts'

export const certificateCheck: Translated<typeof zh> = {
  title: 'Check a certificate of purchase',
  text: 'Enter the code on the certificate to see whether it is genuine and still valid.',
  code: 'Code',
  codeHint: '12 letters and digits, such as KX7M-2R9T-BD4W',
  submit: 'Check',
  badCode: 'A code has 12 letters and digits: please compare it with the certificate',
  unknown: 'No such certificate',
  unknownText:
    'No certificate was issued with this code. Please compare it with the paper; if it is the same, the paper is not ours.',
  again: 'Check another',
  valid: 'Valid',
  validText:
    'The organizers of Chifeng Good Products issued this certificate, and it is valid. Compare it with the paper.',
  revoked: 'Revoked',
  revokedText: (day) => `This certificate was revoked on ${day} and is no longer valid.`,
  demonstration: 'Demonstration data',
  paper: {
    title: 'Certificate of Purchase',
    name: 'Chifeng Good Products',
    issuer: 'The organizers of Chifeng Good Products in Beijing',
    body: (subject, days, place, acts) =>
      `This is to certify that ${days}, ${place}, ${subject} ${acts} farm products of Chifeng, Inner Mongolia, for a verified total of`,
    district: (name) => `${name} District of Beijing`,
    days: (from, to) => (from === to ? `on ${from}` : `from ${from} to ${to}`),
    atFair: (fair) => `at the fair “${fair}”`,
    anywhere: 'through Chifeng Good Products',
    divisions: 'Of these',
    division: 'Origin',
    amount: 'Amount (CNY)',
    onlyBought: 'purchased',
    boughtAndSigned: 'purchased, or signed contracts for,',
    bought: 'Purchased',
    signed: 'Signed contracts',
    total: 'Total',
    issuedOn: 'Issued on',
    withoutDemonstration: 'Without demonstration data.',
    rule: 'As verified in the ledger on the day of issue, less what was refunded of it, whenever that was, and without what was corrected; contracts by the sum that was signed.',
    scan: 'Scan to check',
    checkAt: (address) => `Scan to check, or enter the code at ${address}`,
  },
  facts: { subject: 'Buyer', days: 'Days', fair: 'Fair', amount: 'Total', issuedOn: 'Issued on' },
}
