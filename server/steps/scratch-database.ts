import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { isAlive } from '../lock.ts'
import { type Postgres, startPostgres } from '../postgres.ts'

const prefix = 'chifeng-scratch-'

/** A PostgreSQL that forgets everything when it stops. */
export async function startScratchPostgres(): Promise<Postgres & { dataDir: string }> {
  await sweep()
  const dataDir = await mkdtemp(path.join(os.tmpdir(), `${prefix}${process.pid}-`))
  // mkdtemp closes it to everybody else; as root, PostgreSQL runs as another user.
  await chmod(dataDir, 0o755)
  const server = await startPostgres({ dataDir, ephemeral: true })
  return {
    ...server,
    dataDir,
    async stop() {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A run that was killed could not stop its server: the next one does. */
async function sweep(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    const owner = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : 0
    if (!owner || isAlive(owner)) continue
    const dataDir = path.join(os.tmpdir(), name)
    // Joining it makes it ours to stop. Another user's leftovers stay.
    await startPostgres({ dataDir, ephemeral: true })
      .then((server) => server.stop())
      .then(() => rm(dataDir, { recursive: true, force: true }))
      .catch(() => undefined)
  }
}
