import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type FormState, formFiles, formValues, parseForm } from '#app/kernel/form.ts'
import { readVersion } from '#app/kernel/version.ts'
import type { Services } from '#app/platform/services.server.ts'
import { changeGoods, type GoodsIntent, goodsIntents } from './change-goods.server.ts'
import { livestreamForm, scheduleForm } from './livestream-form.ts'
import { importMetrics, readMetricsForm, recordMetrics } from './record-metrics.server.ts'
import { cancelLivestream, changeLivestream, scheduleLivestream } from './save-livestream.server.ts'

type Writing = Pick<Services, 'pool' | 'clock'>

/** Which field a refusal belongs to. */
const fieldOf: Readonly<Record<string, string>> = { 'unknown-fair': 'fair' }

export async function submitLivestream(
  services: Writing,
  scope: OrganizerScope,
  form: FormData,
): Promise<{ slug: string } | { state: FormState }> {
  const parsed = parseForm(scheduleForm, form)
  if (!parsed.ok) return { state: parsed }
  const { key, ...facts } = parsed.value
  const scheduled = await scheduleLivestream(services, scope, key, facts)
  if (scheduled.ok) return scheduled.value
  return {
    state: { values: parsed.values, errors: { [fieldOf[scheduled.code] ?? 'title']: scheduled.code } },
  }
}

const intents = ['save', 'cancel', 'metrics', 'metrics-file', ...goodsIntents] as const
export type LivestreamIntent = (typeof intents)[number]
/** `failure` is about the whole livestream, `state` about fields of one form. */
export type LivestreamAnswer = {
  intent: LivestreamIntent
  isDone: boolean
  failure?: string
  state?: FormState
}

/** Carries out what a form of a livestream's page asks for; null for what none of them asks. */
export async function actOnLivestream(
  services: Writing,
  scope: OrganizerScope,
  slug: string,
  form: FormData,
): Promise<LivestreamAnswer | null> {
  const intent = intents.find((known) => known === form.get('intent'))
  const goods = goodsIntents.find((known) => known === intent)
  const values = formValues(form)
  if (goods) return await goodsAnswer(services, scope, slug, { intent: goods, slug: values.slug ?? '' })
  if (intent === 'save') return await save(services, scope, slug, form)
  if (intent === 'cancel') return answerOf(intent, await cancelLivestream(services, scope, slug))
  if (intent === 'metrics-file')
    return answerOf(intent, await importMetrics(services, scope, slug, formFiles(form, 'file')[0]))
  if (intent !== 'metrics') return null
  const read = readMetricsForm(values)
  if ('state' in read) return { intent, isDone: false, state: read.state }
  return answerOf(intent, await recordMetrics(services, scope, slug, read.metrics, 'whole'))
}

async function save(
  services: Writing,
  scope: OrganizerScope,
  slug: string,
  form: FormData,
): Promise<LivestreamAnswer> {
  const parsed = parseForm(livestreamForm, form)
  if (!parsed.ok) return { intent: 'save', isDone: false, state: parsed }
  const seen = { slug, version: readVersion(parsed.values.version) }
  const changed = await changeLivestream(services, scope, seen, parsed.value)
  if (changed.ok) return { intent: 'save', isDone: true }
  const field = fieldOf[changed.code]
  const kept = { values: parsed.values, errors: field ? { [field]: changed.code } : {} }
  return { intent: 'save', isDone: false, state: kept, ...(field ? {} : { failure: changed.code }) }
}

async function goodsAnswer(
  services: Writing,
  scope: OrganizerScope,
  livestream: string,
  change: { intent: GoodsIntent; slug: string },
): Promise<LivestreamAnswer> {
  return answerOf(change.intent, await changeGoods(services, scope, livestream, change))
}

function answerOf(
  intent: LivestreamIntent,
  result: { ok: true } | { ok: false; code: string },
): LivestreamAnswer {
  return result.ok ? { intent, isDone: true } : { intent, isDone: false, failure: result.code }
}
