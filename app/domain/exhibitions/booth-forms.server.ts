import type { OrganizerScope } from '#app/domain/staff/scope.ts'
import { formFiles, formValues } from '#app/kernel/form.ts'
import { assignBooth, type BoothAnswer, removeBooth } from './booths.server.ts'
import type { Changing, Fair } from './fair-change.server.ts'
import { type ImportedBooths, importBooths } from './import-booths.server.ts'

type Refusal = Extract<Awaited<ReturnType<typeof importBooths>>, { ok: false }>['code']

/** What came of a form of the booths' page. */
export type BoothsAnswer = { isDone: boolean } & (
  | { intent: 'assign' | 'remove'; enterprise: string; result: BoothAnswer }
  | { intent: 'import'; imported: ImportedBooths | null; refusal: Refusal | null; rows: string }
)

export async function changeBooths(
  changing: Changing,
  scope: OrganizerScope,
  fair: Fair,
  form: FormData,
): Promise<BoothsAnswer> {
  const { intent, enterprise = '', booth = '', was = '', rows = '' } = formValues(form)
  if (intent === 'import') {
    const list = { file: formFiles(form, 'file')[0], pasted: rows }
    const imported = await importBooths(changing, scope, fair, list)
    if (!imported.ok) return { intent, isDone: false, imported: null, refusal: imported.code, rows }
    return { intent, isDone: true, imported: imported.value, refusal: null, rows }
  }
  if (intent === 'remove') {
    const result = await removeBooth(changing, scope, fair, { enterprise, was })
    return { intent, isDone: result === 'removed', enterprise, result }
  }
  const result = await assignBooth(changing, scope, fair, { enterprise, booth, was: was || null })
  return { intent: 'assign', isDone: result === 'assigned', enterprise, result }
}
