import path from 'node:path'
import { runNode } from '#server/steps/run-program.ts'
import { type RunningServer, startServer } from './servers.ts'

let isBuilt = false

/** Builds the minimal Remix application, once a run, and serves it on this database. */
export async function startMinimalApp(databaseUrl: string): Promise<RunningServer> {
  if (!isBuilt) {
    const config = path.resolve('tests/bench/minimal/vite.config.ts')
    const args = ['vite:build', '--config', config, '--logLevel', 'error']
    await runNode('node_modules/@remix-run/dev/dist/cli.js', args, {
      env: { ...process.env, NODE_ENV: 'production' },
    })
    isBuilt = true
  }
  return startServer('tests/bench/minimal/server.ts', { DATABASE_URL: databaseUrl }, { probe: '/products' })
}
