import { buildShop, generateClient } from '../steps/build.ts'
import { runChecks } from '../steps/checks.ts'
import { CommandError } from '../steps/report.ts'
import { createSupervisor } from '../steps/supervisor.ts'
import { type Counts, runPlaywright, runVitest } from '../steps/test-runners.ts'
import { openTestShop } from '../steps/test-shop.ts'

const parts = {
  check: runChecks,
  unit: (args) => runVitest(['unit'], args),
  db: (args) => runVitest(['db'], args),
  both: (args) => runVitest(['unit', 'db'], args),
  shop: runOnBuild,
  e2e: runJourneys,
} satisfies Record<string, (args: Array<string>) => Promise<Counts>>

/** Everything, or one part (`unit`, `db`, `shop`, `e2e`) with the runner's own arguments. */
export async function main([part, ...args]: Array<string>): Promise<void> {
  await generateClient()
  const chosen = part ? [findPart(part)] : [parts.check, parts.both, parts.shop, parts.e2e]
  const total = { passed: 0, failed: 0 }
  for (const run of chosen) {
    const { passed, failed } = await run(args)
    total.passed += passed
    total.failed += failed
  }
  if (total.failed > 0) process.exitCode = 1
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
}

function findPart(name: string): (args: Array<string>) => Promise<Counts> {
  const part = Object.entries(parts).find(([key]) => key === name)?.[1]
  if (!part) throw new CommandError(`There is no part ${name}; there are: ${Object.keys(parts).join(', ')}`)
  return part
}

/** What needs the shop's processes, but no browser. */
async function runOnBuild(args: Array<string>): Promise<Counts> {
  await buildShop()
  return await runVitest(['shop'], args)
}

async function runJourneys(args: Array<string>): Promise<Counts> {
  const supervisor = createSupervisor()
  try {
    await buildShop()
    return await runPlaywright(await openTestShop(supervisor), args)
  } catch (error) {
    console.error(error instanceof CommandError ? `\n${error.message}` : error)
    return { passed: 0, failed: 1 }
  } finally {
    await supervisor.end()
  }
}
