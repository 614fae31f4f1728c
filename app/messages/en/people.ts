import type { Translated } from '../translated.ts'
import type { people as zh } from '../zh/people.ts'

export const people: Translated<typeof zh> = {
  signInSms: (code) =>
    `[Chifeng Good Products] Your sign-in code is ${code}. It is valid for 5 minutes. Do not share it.`,
  errorSummary: 'Please look at these points again:',
  outbox: {
    title: 'Message outbox',
    text: 'This demonstration sends no real messages; they arrive here. In production this page does not exist.',
    empty: 'No messages yet',
    emptyText: 'Ask for a code on the sign-in page, then reload this one.',
  },
  fields: {
    recipient: 'Recipient',
    phone: 'Mobile number',
    phoneHint: 'An 11-digit number of mainland China; the courier calls it',
    province: 'Province-level region',
    district: 'City and district',
    districtPlaceholder: 'Choose a district',
    showDistricts: 'Show districts',
    regionHint: 'After changing the province, choose the district again',
    street: 'Subdistrict or township',
    detail: 'Address',
    detailHint: 'Compound, building, entrance and door number',
    postcode: 'Postcode',
    tag: 'Label',
    tagNone: 'No label',
    tagHome: 'Home',
    tagCompany: 'Work',
    isDefault: 'Use as my default address',
  },
  errors: {
    'recipient-required': 'Enter the name of the recipient',
    'invalid-phone': 'Enter a correct 11-digit mobile number',
    'district-required': 'Choose the city and district',
    'unknown-district': 'This district was not found, please choose again',
    'detail-too-short': 'The address needs at least 5 characters, down to the door number',
    'invalid-postcode': 'A postcode has 6 digits; it may be left empty',
    'too-long': 'This is too long, please shorten it',
    'invoice-kind-required': 'Choose whom the invoice is for',
    'title-required': 'Enter the invoice title',
    'invalid-credit-code':
      'The credit code has 18 characters; its check character does not match, please compare',
    'invalid-email': 'Enter a correct e-mail address',
    'too-many-addresses': 'The address book holds 30 addresses; remove one first',
    'too-many-titles': 'You can save 20 invoice titles; remove one first',
    unknown: 'This was not accepted, please change it and try again',
  },
}
