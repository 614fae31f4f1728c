import { z } from 'zod'
import type { Controls } from './controls.ts'
import { type Answer, jsonAnswer } from './http.ts'

const method = z.enum(['card', 'alipay', 'wechat_pay'])
const settled = z.enum(['succeeded', 'failed'])
const types = z.array(z.string()).default([])
const times = z.number().int().positive().nullable().default(null)

const sessionId = z.object({ session: z.string() })
const payBody = sessionId.extend({
  method: method.default('card'),
  outcome: settled.default('succeeded'),
  cardNumber: z.string().optional(),
})
const delayBody = z.object({
  method,
  outcome: z.enum(['succeeded', 'failed', 'by-hand', 'off']),
  afterMs: z.number().default(1_000),
})
const refundPlan = z.object({
  outcome: z.enum(['succeeded', 'failed', 'pending', 'requires_action', 'succeeded-then-failed']),
  times: z.number().int().positive().default(1),
  afterMs: z.number().nullable().default(null),
})
const action = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['drop', 'hold', 'fail', 'lose-answer']) }),
  z.object({ kind: z.literal('duplicate'), copies: z.number().int().min(2).max(100) }),
  z.object({ kind: z.literal('delay'), milliseconds: z.number().nonnegative() }),
])
const fault = z.object({
  operation: z.string(),
  kind: z.enum(['status', 'reset', 'reset-after-success', 'timeout', 'timeout-after-success', 'delay']),
  times: z.number().int().positive().default(1),
  status: z.number().int().default(500),
  retryAfter: z.number().default(1),
  milliseconds: z.number().default(0),
})
const target = z.object({ url: z.url(), secrets: z.array(z.string()).min(1) }).nullable()

type Command = (controls: Controls, body: unknown) => unknown

/** The control API: POST changes, GET looks. Only tests and developers call it; it listens where the sandbox does. */
const commands: Readonly<Record<string, Command>> = {
  'POST /_sandbox/pay': (controls, body) => {
    const { session, method: by, outcome, cardNumber } = payBody.parse(body)
    return {
      result: controls.pay(session, {
        method: by,
        outcome,
        ...(cardNumber === undefined ? {} : { cardNumber }),
      }),
    }
  },
  'POST /_sandbox/settle-payment': (controls, body) => {
    const { session, outcome } = sessionId.extend({ outcome: settled }).parse(body)
    return { changed: controls.settlePayment(session, outcome) }
  },
  'POST /_sandbox/expire': (controls, body) => ({
    changed: controls.expireNow(sessionId.parse(body).session),
  }),
  'POST /_sandbox/clock': (controls, body) => {
    controls.advanceClock(z.object({ advanceSeconds: z.number() }).parse(body).advanceSeconds)
  },
  'POST /_sandbox/delayed-methods': (controls, body) => {
    const { method: by, outcome, afterMs } = delayBody.parse(body)
    controls.delayMethod(by, outcome, afterMs)
  },
  'POST /_sandbox/refund-plans': (controls, body) => {
    const { outcome, ...options } = refundPlan.parse(body)
    controls.planRefunds(outcome, options)
  },
  'POST /_sandbox/settle-refund': (controls, body) => {
    const { refund, outcome } = z.object({ refund: z.string(), outcome: settled }).parse(body)
    return { changed: controls.settleRefund(refund, outcome) }
  },
  'POST /_sandbox/webhooks/switches': (controls, body) => {
    const options = z.object({ action, types, times }).parse(body)
    return controls.bendWebhooks(options.action, { types: options.types, times: options.times })
  },
  'GET /_sandbox/webhooks/switches': (controls) => controls.webhookSwitches(),
  'DELETE /_sandbox/webhooks/switches': (controls) => controls.straightenWebhooks(),
  'POST /_sandbox/webhooks/release': (controls, body) => {
    return controls.releaseWebhooks(z.object({ order: types }).parse(body).order)
  },
  'POST /_sandbox/webhooks/flush': (controls) => controls.flushWebhooks(),
  'POST /_sandbox/webhooks/redeliver': (controls, body) => {
    return controls.redeliver(z.object({ event: z.string() }).parse(body).event)
  },
  'POST /_sandbox/webhooks/target': (controls, body) => controls.setWebhookTarget(target.parse(body)),
  'GET /_sandbox/webhooks/deliveries': (controls) => controls.deliveries(),
  'POST /_sandbox/faults': (controls, body) => controls.addFault(fault.parse(body)),
  'GET /_sandbox/faults': (controls) => controls.faults(),
  'DELETE /_sandbox/faults': (controls) => controls.clearFaults(),
  'GET /_sandbox/requests': (controls) => controls.requests(),
  'DELETE /_sandbox/requests': (controls) => controls.clearRequests(),
  'POST /_sandbox/reset': (controls) => controls.reset(),
  'GET /_sandbox/health': () => ({ ok: true }),
}

export async function answerControl(
  controls: Controls,
  verb: string,
  path: string,
  body: string,
): Promise<Answer> {
  const command = commands[`${verb} ${path}`]
  if (command === undefined)
    return jsonAnswer(404, { error: 'no such command', commands: Object.keys(commands) })
  try {
    const result = await command(controls, body === '' ? {} : JSON.parse(body))
    return jsonAnswer(200, result ?? { ok: true })
  } catch (error) {
    return jsonAnswer(400, { error: error instanceof Error ? error.message : String(error) })
  }
}
