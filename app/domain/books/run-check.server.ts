import { isUnavailable } from '#app/domain/payments/provider.ts'
import { isDay, shanghaiDay } from '#app/kernel/clock.ts'
import { failure, type Result, success } from '#app/kernel/result.ts'
import type { Services } from '#app/platform/services.server.ts'
import { bookCheckKinds } from './book-check.ts'
import { checkAllOrders, checkAllRollups } from './check-books.server.ts'
import { reconcileDay } from './reconcile-day.server.ts'

/** A check that somebody asks for; it writes its result and nothing else. */
export async function runCheck(
  services: Pick<Services, 'pool' | 'clock' | 'payments'>,
  form: FormData,
): Promise<Result<null, { ok: false; code: 'unknown' | 'badDay' | 'unavailable' }>> {
  const kind = bookCheckKinds.find((known) => known === form.get('intent'))
  if (!kind) return failure('unknown')
  if (kind === 'rollups') await checkAllRollups(services)
  if (kind === 'orders') await checkAllOrders(services)
  if (kind !== 'provider') return success(null)
  const day = String(form.get('day') ?? '')
  if (!isDay(day) || day > shanghaiDay(services.clock.now())) return failure('badDay')
  try {
    await reconcileDay(services, day)
    return success(null)
  } catch (error) {
    if (isUnavailable(error)) return failure('unavailable')
    throw error
  }
}
