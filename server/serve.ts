import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { openPublicPictures } from '#app/domain/reviews/public-pictures.server.ts'
import { createAccessLog } from '#app/platform/access-log.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { removeLeftUploads } from '#app/platform/upload-folder.server.ts'
import { startBackground } from './background.ts'
import { createHost } from './http/host.ts'
import { listen } from './http/listen.ts'
import { listMigrations } from './http/probes.ts'
import { type Running, runProcesses } from './http/processes.ts'
import { createSecurityHeaders } from './http/security-headers.ts'
import { readStaticFiles } from './http/static-files.ts'
import { followSales } from './sales-figures.ts'

/** One web process: the built shop on HOST:PORT. */
export async function serve(): Promise<Running & { url: string }> {
  const services = getServices()
  const { env, log, bus, pool, db } = services
  const build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild
  const security = createSecurityHeaders({
    formTargets: [env.STRIPE_API_BASE ? new URL(env.STRIPE_API_BASE).origin : 'https://checkout.stripe.com'],
    isHttps: env.PUBLIC_URL.startsWith('https:'),
    isRelaxed: false,
  })
  let isStopping = false
  const accessLog = createAccessLog(env)
  const host = await createHost({
    services,
    accessLog,
    build: async () => build,
    mode: 'production',
    security,
    pictures: openPublicPictures(services),
    staticFiles: readStaticFiles(path.resolve('build/client'), security),
    migrations: await listMigrations(path.resolve('prisma/migrations')),
    isStopping: () => isStopping,
  })
  await removeLeftUploads(env.DATA_DIR)
  const background = startBackground(services)
  followSales(services)
  await bus.start()
  const onStopping = () => {
    isStopping = true
    // Else their streams would keep the server from closing.
    services.live.stop()
  }
  const listening = await listen(host, env.PORT, env.HOST, { onStopping })
  log.info({ url: listening.url }, 'serving')
  if (env.IS_LIVE && !env.SMS_GATEWAY_URL) log.warn('SMS_GATEWAY_URL is not set: nobody gets a sign-in code')
  return {
    url: listening.url,
    async stop() {
      await Promise.all([listening.stop(), background.stop()])
      await bus.stop()
      await db.$disconnect()
      await pool.end()
      accessLog.flush()
      log.info('stopped')
    },
  }
}

if (import.meta.main) {
  // React and Remix choose their builds by it.
  process.env.NODE_ENV ??= 'production'
  runProcesses(getServices().env.WEB_PROCESSES, serve)
}
