import { z } from 'zod'
import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { dayField } from '#app/kernel/day-field.ts'
import { type FormState, parseForm } from '#app/kernel/form.ts'
import { isBigId } from '#app/kernel/ids.ts'
import { parseYuan } from '#app/kernel/yuan-input.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { BoothKey } from './booth-lock.server.ts'
import { closeBooth } from './close-booth.server.ts'
import { voidSale } from './void-sale.server.ts'

export type DayAnswer = FormState & { intent: 'void' | 'close'; isDone: boolean; failure?: string }

const voidForm = z.object({ ref: z.uuid(), reason: z.string().trim().min(1, 'no-reason').max(200) })
const closeForm = z.object({
  day: dayField(),
  counted: z.string().transform((text, context) => {
    const amount = parseYuan(text)
    if (amount === null) context.addIssue({ code: 'custom', message: 'not-an-amount' })
    return amount ?? 0
  }),
  note: z.string().trim().max(200),
  seen: z.string().refine(isBigId),
  closes: z.coerce.number().int().min(0).max(10_000),
})

/** Carries out one of the two forms of a booth's day. */
export async function changeDay(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  booth: BoothKey,
  form: FormData,
): Promise<DayAnswer> {
  return form.get('intent') === 'void'
    ? await undo(services, scope, booth, form)
    : await close(services, scope, booth, form)
}

async function undo(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  booth: BoothKey,
  form: FormData,
): Promise<DayAnswer> {
  const parsed = parseForm(voidForm, form)
  if (!parsed.ok) return { intent: 'void', isDone: false, ...parsed }
  const result = await voidSale(services, scope, booth, parsed.value)
  return answer('void', parsed.values, result)
}

async function close(
  services: Pick<Services, 'pool' | 'clock'>,
  scope: OrganizerScope,
  booth: BoothKey,
  form: FormData,
): Promise<DayAnswer> {
  const parsed = parseForm(closeForm, form)
  if (!parsed.ok) return { intent: 'close', isDone: false, ...parsed }
  const { counted, ...rest } = parsed.value
  const result = await closeBooth(services, scope, booth, { ...rest, countedCashFen: counted })
  return answer('close', parsed.values, result)
}

function answer(
  intent: DayAnswer['intent'],
  values: Record<string, string>,
  result: { ok: true } | { ok: false; code: string },
): DayAnswer {
  if (result.ok) return { intent, isDone: true, values: {}, errors: {} }
  return { intent, isDone: false, values, errors: {}, failure: result.code }
}
