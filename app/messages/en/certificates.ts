import type { Translated } from '../translated.ts'
import type { certificates as zh } from '../zh/certificates.ts'

export const certificates: Translated<typeof zh> = {
  title: 'Certificates of purchase',
  text: 'For a district of Beijing, or an organisation with contracts. The amount is what the ledger has verified at issue, and stays; anybody can check the code.',
  issue: 'Issue a certificate',
  submit: 'Compute and issue',
  list: 'Issued so far',
  none: 'No certificate yet',
  noneText: 'Once issued, they are listed here.',
  kinds: { district: 'A Beijing district', organisation: 'An organisation' },
  states: { valid: 'Valid', revoked: 'Revoked' },
  fields: {
    kind: 'Made out to',
    district: 'Beijing district',
    organisation: 'Organisation',
    organisationHint: 'Exactly as the buyer of its contracts',
    exhibition: 'Fair',
    exhibitionHint:
      'Without a fair, demonstration data does not count; of a demonstration fair the paper is stamped so',
    everywhere: 'Any fair, and none',
    startsOn: 'From',
    endsOn: 'Until',
    none: '—',
  },
  issuedOn: (day) => `Issued ${day}`,
  print: 'Print',
  check: 'The public check',
  revoke: 'Revoke',
  revokeReason: 'Reason',
  revokeHint: 'Whoever checks it will see that it is void. Only the staff sees the reason.',
  revoked: (day, reason) => `Revoked on ${day}: ${reason}`,
  errors: {
    needed: 'Please fill this in',
    'too-long': 'Too long: please shorten it',
    'ends-before-start': 'It ends before it starts',
    'ends-in-future': 'Not later than today',
    'district-unknown': 'Choose a district from the list',
    'organisation-unknown': 'No contract has this buyer: write it as in the contract',
    'fair-unknown': 'There is no such fair',
    'nothing-verified':
      'No verified purchase in these days (without a fair, demonstration data does not count)',
    'already-issued': 'These days are certified already, with another amount: revoke that one first',
    'reason-needed': 'Please say why, in at least 4 characters',
  },
}
