import { rm } from 'node:fs/promises'
import { step } from './report.ts'
import { runNode } from './run-program.ts'
import { unlessDone } from './stamp.ts'

const schema = 'prisma/schema.prisma'
const sources = [
  'app',
  'public',
  schema,
  'remix.config.js',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
]

/** Writes Prisma's client (app/generated), when the schema has changed. */
export async function generateClient(): Promise<void> {
  await step('generating the database client', async (note) => {
    const isDone = await unlessDone('app/generated/.stamp', [schema, 'package-lock.json'], async () => {
      // Any program: Prisma would download one that `generate` does not use.
      const env = {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      }
      await runNode('node_modules/prisma/build/index.js', ['generate'], { env })
    })
    if (!isDone) note('unchanged')
  })
}

/** Builds the shop for browser and server, when a source has changed. */
export async function buildShop(): Promise<void> {
  await step('building the shop', async (note) => {
    const isDone = await unlessDone('build/.stamp', sources, async () => {
      await rm('build', { recursive: true, force: true })
      const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' }
      await runNode('node_modules/@remix-run/dev/dist/cli.js', ['vite:build'], { env })
      await runNode('server/precompress.ts', [], { env })
    })
    if (!isDone) note('unchanged')
  })
}
