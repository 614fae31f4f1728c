import type { TestProject } from 'vitest/node'
import { migrate } from '#server/migrations.ts'
import { ensureDatabase } from '#server/postgres.ts'
import { startScratchPostgres } from '#server/steps/scratch-database.ts'

export const templateName = 'template'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Addresses of the run's PostgreSQL, without a database's name. */
    postgres: { ownerUrl: string; appUrl: string }
  }
}

/** One PostgreSQL for the run, with a migrated database that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startScratchPostgres()
  try {
    await ensureDatabase(server, templateName)
    await migrate(server.ownerUrl(templateName), server.appUrl(templateName))
  } catch (error) {
    await server.stop()
    throw error
  }
  // At Ctrl-C Vitest tears down what it set up; at SIGTERM it leaves at once.
  process.once('SIGTERM', () => void server.stop())
  project.provide('postgres', { ownerUrl: server.ownerUrl(''), appUrl: server.appUrl('') })
  return server.stop
}
