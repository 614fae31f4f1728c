import { isIntegerId } from './ids.ts'

/** The version that a form was opened at; 0, which no row has, for anything else: whoever sent it saw none. */
export function readVersion(typed: unknown): number {
  const version = typeof typed === 'string' && /^\d+$/.test(typed) ? Number(typed) : 0
  return isIntegerId(version) ? version : 0
}
