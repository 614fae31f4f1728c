import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { createSmsOutbox } from '#app/platform/sms.server.ts'
import { log } from './checkout.ts'
import { type TestDatabase, useDatabase } from './database.ts'
import { editSql, type SqlEdit } from './edit-sql.ts'
import { createDivision, createVariant } from './goods.ts'
import { movableClock, noLimits, testEnv } from './people.ts'

/** What the use cases of applications need. */
export type ApplicationDesk = ReturnType<typeof deskOn>

/** Two desks at which enterprises apply, in two divisions: one as it is, and `bare` without its guards. */
export async function useApplicationDesks(edits: ReadonlyArray<SqlEdit>) {
  const [guarded, unguarded] = [await useDatabase({ poolSize: 20 }), await useDatabase({ poolSize: 20 })]
  const unmet = editSql(unguarded.pool, edits)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'applications-'))
  afterAll(() => rm(dataDir, { recursive: true, force: true }))
  for (const { db } of [guarded, unguarded]) await createVariant(db)
  await createDivision(guarded.db, '150421', 'ar-horqin')
  const { ownerUrl } = guarded
  return { services: deskOn(guarded, dataDir), bare: deskOn(unguarded, dataDir), unmet, ownerUrl }
}

function deskOn({ db, pool }: TestDatabase, dataDir: string) {
  const clock = movableClock()
  const env = { ...testEnv, DATA_DIR: dataDir }
  return { db, pool, clock, log, env, limits: noLimits, sms: createSmsOutbox(db, clock) }
}
