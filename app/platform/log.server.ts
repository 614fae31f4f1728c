import { type DestinationStream, type Logger, pino } from 'pino'
import type { Env } from './env.server.ts'
import { describeError } from './errors.server.ts'
import { currentRequestId } from './request-log.server.ts'

export type Log = Logger

/**
 * JSON lines on standard output. Personal fields are cut wherever they might slip in (T96);
 * the habit is to not log them at all.
 */
export function createLog(env: Pick<Env, 'LOG_LEVEL'>, out: DestinationStream = pino.destination(1)): Log {
  return pino(
    {
      level: env.LOG_LEVEL,
      base: null,
      mixin: () => {
        const requestId = currentRequestId()
        return requestId ? { requestId } : {}
      },
      serializers: { err: describeError },
      redact: {
        paths: [
          'phone',
          '*.phone',
          'recipient',
          '*.recipient',
          'detail',
          '*.detail',
          'email',
          '*.email',
          'token',
          '*.token',
        ],
        censor: '[cut]',
      },
    },
    out,
  )
}
