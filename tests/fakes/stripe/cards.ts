import type { RefundOutcome } from './records.ts'

/** Stripe's documented test numbers: docs.stripe.com/testing */

export type Decline = { code: string; declineCode: string | null; message: string }

export type CardBehaviour = {
  number: string
  brand: 'visa' | 'mastercard' | 'unionpay'
  challenge: boolean
  decline: Decline | null
  refund: RefundOutcome
}

export const declines = {
  generic: { code: 'card_declined', declineCode: 'generic_decline', message: 'Your card was declined.' },
  insufficient: {
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  },
  expired: { code: 'expired_card', declineCode: 'expired_card', message: 'Your card has expired.' },
  cvc: {
    code: 'incorrect_cvc',
    declineCode: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
  },
  processing: {
    code: 'processing_error',
    declineCode: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
  },
  authentication: {
    code: 'payment_intent_authentication_failure',
    declineCode: null,
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  },
  wallet: {
    code: 'payment_intent_payment_attempt_failed',
    declineCode: null,
    message: 'The payment failed.',
  },
} as const satisfies Record<string, Decline>

function card(number: string, changes: Partial<CardBehaviour> = {}): CardBehaviour {
  return { number, brand: 'visa', challenge: false, decline: null, refund: 'succeeded', ...changes }
}

const behaviours: ReadonlyArray<CardBehaviour> = [
  card('4242424242424242'),
  card('5555555555554444', { brand: 'mastercard' }),
  card('6200000000000005', { brand: 'unionpay' }),
  card('4000000000000002', { decline: declines.generic }),
  card('4000000000009995', { decline: declines.insufficient }),
  card('4000000000000069', { decline: declines.expired }),
  card('4000000000000127', { decline: declines.cvc }),
  card('4000000000000119', { decline: declines.processing }),
  card('4000002500003155', { challenge: true }),
  card('4000002760003184', { challenge: true }),
  card('4000008400001629', { challenge: true, decline: declines.generic }),
  card('4000000000007726', { refund: 'pending' }),
  card('4000000000005126', { refund: 'succeeded-then-failed' }),
]

/** Null for a number that Stripe does not list: test mode refuses those. */
export function findCard(number: string): CardBehaviour | null {
  return behaviours.find((behaviour) => behaviour.number === number) ?? null
}

/** The card of a stored payment method, which keeps no more than the last four digits. */
export function findCardByLast4(last4: string | undefined): CardBehaviour | null {
  return behaviours.find(({ number }) => number.slice(-4) === last4) ?? null
}
