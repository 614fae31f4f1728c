import { buildShop, generateClient } from '../steps/build.ts'
import { runChecks } from '../steps/checks.ts'
import { CommandError } from '../steps/report.ts'
import type { Supervisor } from '../steps/supervisor.ts'
import { type Counts, runPlaywright, runVitest } from '../steps/test-runners.ts'
import { openTestShop } from '../steps/test-shop.ts'

type Part = (supervisor: Supervisor, args: Array<string>) => Promise<Counts>

const parts = {
  check: runChecks,
  unit: (_, args) => runVitest(['unit'], args),
  db: (_, args) => runVitest(['db'], args),
  both: (_, args) => runVitest(['unit', 'db'], args),
  shop: runOnBuild,
  e2e: runJourneys,
} satisfies Record<string, Part>

/** Everything, or one part (`unit`, `db`, `shop`, `e2e`) with the runner's own arguments. */
export async function main(supervisor: Supervisor, [part, ...args]: Array<string>): Promise<void> {
  await generateClient()
  const chosen = part ? [findPart(part)] : [parts.check, parts.both, parts.shop, parts.e2e]
  const total = { passed: 0, failed: 0 }
  for (const run of chosen) {
    const { passed, failed } = await run(supervisor, args)
    total.passed += passed
    total.failed += failed
  }
  if (total.failed > 0) process.exitCode = 1
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
}

function findPart(name: string): Part {
  const part = Object.entries(parts).find(([key]) => key === name)?.[1]
  if (!part) throw new CommandError(`There is no part ${name}; there are: ${Object.keys(parts).join(', ')}`)
  return part
}

/** What needs the shop's processes, but no browser. */
async function runOnBuild(_: Supervisor, args: Array<string>): Promise<Counts> {
  await buildShop()
  return await runVitest(['shop'], args)
}

async function runJourneys(supervisor: Supervisor, args: Array<string>): Promise<Counts> {
  await buildShop()
  return await runPlaywright(await openTestShop(supervisor), args)
}
