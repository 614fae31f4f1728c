import type Stripe from 'stripe'
import { noSuch } from '../api-error.ts'
import { newId } from '../ids.ts'
import type { World } from '../world.ts'

type Movement = {
  amount: number
  fee: number
  currency: string
  source: string
  type: 'charge' | 'payment' | 'refund' | 'payment_refund' | 'refund_failure'
}

/** 3.4 % and 2.00: Stripe's order of magnitude for foreign cards and wallets. */
export function feeOf(amount: number): number {
  return Math.round(amount * 0.034) + 200
}

/** Books a movement of the account's balance and returns its id. */
export function bookMovement(world: World, { amount, fee, currency, source, type }: Movement): string {
  const now = world.clock.seconds()
  const transaction: Stripe.BalanceTransaction = {
    id: newId('txn_3', 23),
    object: 'balance_transaction',
    amount,
    available_on: now + 2 * 24 * 3600,
    balance_type: 'payments',
    created: now,
    currency,
    description: null,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [
            {
              amount: fee,
              application: null,
              currency,
              description: 'Stripe processing fees',
              type: 'stripe_fee',
            },
          ],
    net: amount - fee,
    reporting_category: type === 'charge' || type === 'payment' ? 'charge' : type.replace('payment_', ''),
    source,
    status: 'pending',
    type,
  }
  world.store.put('balanceTransactions', transaction.id, transaction)
  return transaction.id
}

export function findBalanceTransaction(world: World, id: string): Stripe.BalanceTransaction {
  const transaction = world.store.get('balanceTransactions', id)
  if (transaction === undefined) throw noSuch('balance_transaction', id)
  return transaction
}
