import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Patience is for a machine that is busy with something else: what is waited for comes in milliseconds.
const patience = { poll: { timeout: 10_000 } }
const folders = '{app,server,prisma,tests}/**'

export default defineConfig({
  test: {
    // Half of the work is PostgreSQL's: with one process for each core but one, two cores would be idle half of the time.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${folders}/*.test.{ts,tsx}`],
          exclude: ['**/*.{db,shop}.test.ts', '**/node_modules/**'],
          expect: patience,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'db',
          include: [`${folders}/*.db.test.ts`],
          globalSetup: 'tests/support/database-setup.ts',
          expect: patience,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // What runs at once in a file mostly waits: for a provider that is down, for processes to start.
          maxConcurrency: 15,
        },
      },
      {
        // On the shop as it was built.
        test: {
          name: 'shop',
          include: ['tests/**/*.shop.test.ts'],
          globalSetup: 'tests/support/database-setup.ts',
          expect: patience,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
