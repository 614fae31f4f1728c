import { generateClient } from '../steps/build.ts'
import { runChecks } from '../steps/checks.ts'
import { CommandError } from '../steps/report.ts'

export async function main(): Promise<void> {
  await generateClient()
  const { failed } = await runChecks()
  if (failed > 0) throw new CommandError(`${failed} of the checks failed`)
}
