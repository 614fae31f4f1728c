import { defineConfig } from 'prisma/config'

// For Prisma's own CLI, where its engine can be downloaded. `npm run db:migrate` needs neither.
const url = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'node prisma/seed/main.ts' },
  ...(url ? { datasource: { url } } : {}),
})
