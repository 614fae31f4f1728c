import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { type FormState, formFiles, parseForm } from '#app/kernel/form.ts'
import { formatFen } from '#app/kernel/money.ts'
import { safePaperName } from '#app/platform/file-name.ts'
import { keepPrivatePaper, removePrivatePhotos } from '#app/platform/private-files.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { contractForm, correctionForm, fulfilmentForm, reasonForm } from './contract-form.ts'
import { correctFulfilment } from './correct-fulfilment.server.ts'
import { fulfilContract } from './fulfil-contract.server.ts'
import { attachScan, cancelContract, verifyContract } from './judge-contract.server.ts'
import { recordContract, type Scan } from './record-contract.server.ts'

export type ContractServices = Pick<Services, 'pool' | 'clock'> & { env: Pick<Services['env'], 'DATA_DIR'> }

/** Which field a refusal belongs to. */
const fieldOf: Readonly<Record<string, string>> = {
  'number-taken': 'number',
  'seller-unknown': 'enterprise',
  'division-unknown': 'division',
  'signed-in-future': 'signedOn',
  'outside-the-fair': 'signedOn',
}

/** The form of a new contract: its id, or what is wrong with it. */
export async function submitContract(
  services: ContractServices,
  scope: OrganizerScope,
  form: FormData,
): Promise<{ id: string } | { state: FormState }> {
  const parsed = parseForm(contractForm, form)
  if (!parsed.ok) return { state: parsed }
  const scan = await keepScan(services, form)
  if (typeof scan === 'string') return { state: { values: parsed.values, errors: { scan } } }
  const recorded = await recordContract(services, scope, parsed.value, scan)
  if (recorded.ok && recorded.value.isNew) return { id: recorded.value.id }
  await forget(services, scan)
  if (recorded.ok) return { id: recorded.value.id }
  const field = fieldOf[recorded.code] ?? 'title'
  return { state: { values: parsed.values, errors: { [field]: recorded.code } } }
}

export const contractIntents = ['verify', 'cancel', 'fulfil', 'correct', 'scan'] as const
export type ContractIntent = (typeof contractIntents)[number]
export type ContractAnswer = {
  intent: ContractIntent
  isDone: boolean
  failure?: string
  form?: FormState
  /** How much may still come, where more was entered. */
  left?: string
}

/** Carries out what a form of a contract's page asks for. */
export async function changeContract(
  services: ContractServices,
  scope: OrganizerScope,
  id: string,
  { intent, form }: { intent: ContractIntent; form: FormData },
): Promise<ContractAnswer> {
  if (intent === 'verify')
    return answerOf(intent, await verifyContract(services, scope, id, String(form.get('seen') ?? '')))
  if (intent === 'scan') return await addScan(services, scope, id, form)
  if (intent === 'cancel') {
    const said = parseForm(reasonForm, form)
    if (!said.ok) return { intent, isDone: false, form: said }
    return answerOf(intent, await cancelContract(services, scope, id, said.value.reason))
  }
  if (intent === 'correct') {
    const said = parseForm(correctionForm, form)
    if (!said.ok) return { intent, isDone: false, form: said }
    return answerOf(intent, await correctFulfilment(services, scope, id, said.value))
  }
  const parsed = parseForm(fulfilmentForm, form)
  if (!parsed.ok) return { intent, isDone: false, form: parsed }
  const done = await fulfilContract(services, scope, id, parsed.value)
  if (done.ok || done.code === 'changed-meanwhile') return answerOf(intent, done)
  const field = done.code === 'too-much' ? 'amount' : 'on'
  const refused = { intent, isDone: false, form: { values: parsed.values, errors: { [field]: done.code } } }
  return done.code === 'too-much' ? { ...refused, left: formatFen(done.detail.leftFen) } : refused
}

async function addScan(
  services: ContractServices,
  scope: OrganizerScope,
  id: string,
  form: FormData,
): Promise<ContractAnswer> {
  const scan = await keepScan(services, form)
  if (scan === null || typeof scan === 'string')
    return { intent: 'scan', isDone: false, form: { values: {}, errors: { scan: scan ?? 'needed' } } }
  const attached = await attachScan(services, scope, id, scan)
  if (!attached.ok) await forget(services, scan)
  return answerOf('scan', attached)
}

function answerOf(
  intent: ContractIntent,
  result: { ok: true } | { ok: false; code: string },
): ContractAnswer {
  return result.ok ? { intent, isDone: true } : { intent, isDone: false, failure: result.code }
}

/** Null when none was chosen; a code when what was is no PDF. */
async function keepScan({ env }: ContractServices, form: FormData): Promise<Scan | null | string> {
  const [file] = formFiles(form, 'scan')
  if (!file) return null
  const kept = await keepPrivatePaper(env.DATA_DIR, new Uint8Array(await file.arrayBuffer()))
  return kept.ok ? { ...kept.value, name: safePaperName(file.name) } : kept.code
}

async function forget({ env }: ContractServices, scan: Scan | null): Promise<void> {
  if (scan) await removePrivatePhotos(env.DATA_DIR, [scan.key])
}
