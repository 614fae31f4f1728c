import type { Translated } from '../translated.ts'
import type { errors as zh } from '../zh/errors.ts'

export const errors: Translated<typeof zh> = {
  notFoundTitle: 'This page was not found',
  notFoundText:
    'It may have been taken down, or the link is wrong. Start again from the home page or the search.',
  brokenTitle: 'Something went wrong',
  brokenText:
    'This is our fault and has been recorded. Your cart and orders are safe. Please try again later.',
  forbiddenTitle: 'This was not accepted',
  forbiddenText: 'Please go back to the page and submit it once more.',
  noRightTitle: 'This is not yours to open',
  noRightText:
    'Your account does not cover this. Please go back, or ask whoever is in charge to open it for you.',
  toDesk: 'Back to your desk',
  tooLargeTitle: 'That is too large',
  tooLargeText: 'Photos may come to 20 MB together. Please go back and send smaller ones.',
  tooManyTitle: 'Too many attempts',
  tooManyText: 'Please wait a moment and try again.',
  offlineTitle: 'The service cannot be reached just now',
  offlineText: 'Please check your connection and try again. Your cart and orders are safe.',
  reference: (id) => `Reference ${id}`,
  again: 'Try again',
}
