import process from 'node:process'
import { placeOrder } from '#app/domain/checkout/place-order.server.ts'
import { runImports } from '#app/domain/listings/import/run-imports.server.ts'
import { runPlatformImports } from '#app/domain/livestreams/import/run-platform-imports.server.ts'
import { deliverOutbox } from '#app/domain/notifications/deliver-outbox.server.ts'
import { cancelGroup } from '#app/domain/orders/cancel-group.server.ts'
import { openPayment } from '#app/domain/payments/open-payment.server.ts'
import { receiveEvent } from '#app/domain/payments/receive-event.server.ts'
import { settleGroup } from '#app/domain/payments/settle-group.server.ts'
import { expireGroup, sweepPayments } from '#app/domain/payments/sweep-payments.server.ts'
import { shipParcel } from '#app/domain/shipping/ship-parcel.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { createServices } from '#app/platform/services.server.ts'
import { editSql, type SqlEdit } from './edit-sql.ts'
import { refundAmount, refundLines } from './refunds.ts'
import { watchSteps } from './steps.ts'

// A process of the shop without its HTTP: the services of a web process, and the use cases that a test asks for.

const useCases = {
  cancelGroup,
  deliverOutbox,
  expireGroup,
  openPayment,
  placeOrder,
  receiveEvent,
  refundAmount,
  refundLines,
  runImports,
  runPlatformImports,
  settleGroup,
  shipParcel,
  sweepPayments,
}
export type UseCases = typeof useCases

export type Request = { id: number; name: keyof UseCases | 'listUnmetEdits'; args: Array<unknown> }
export type Answer = { id: number; value?: unknown; error?: { message: string; code: unknown } }

const own = createServices(readEnv())
const unmet = editSql(own.pool, JSON.parse(process.env.SQL_EDITS ?? '[]') as Array<SqlEdit>)
// Where it is to die, as by kill -9; 0 is nowhere.
const lastStep = Number(process.env.LAST_STEP ?? 0)
const services = watchSteps(own, (step) => {
  if (step === lastStep) process.kill(process.pid, 'SIGKILL')
})

process.on('message', (request: Request) => void answer(request))
// The test has ended, or died.
process.on('disconnect', () => process.exit())

async function answer({ id, name, args }: Request): Promise<void> {
  try {
    const run =
      name === 'listUnmetEdits' ? () => [...unmet] : (useCases[name] as (...all: Array<unknown>) => unknown)
    send({ id, value: await run(services, ...args) })
  } catch (error) {
    const { message, code } = error as Error & { code?: unknown }
    send({ id, error: { message, code } })
  }
}

function send(message: Answer): void {
  process.send?.(message)
}
