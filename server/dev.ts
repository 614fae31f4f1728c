import path from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { createServer as createVite } from 'vite'
import { openPublicPictures } from '#app/domain/reviews/public-pictures.server.ts'
import { createAccessLog } from '#app/platform/access-log.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { removeLeftUploads } from '#app/platform/upload-folder.server.ts'
import { startBackground } from './background.ts'
import { createHost, type Host } from './http/host.ts'
import { listen } from './http/listen.ts'
import { listMigrations } from './http/probes.ts'
import { type Running, runProcesses } from './http/processes.ts'
import { createSecurityHeaders } from './http/security-headers.ts'

/** The same host with Vite in front of it: modules are replaced while the page is open, and nothing is kept. */
async function develop(): Promise<Running> {
  const services = getServices()
  const { env, log, bus, pool, db } = services
  const ready = Promise.withResolvers<Host>()
  // First, since Vite's socket shares its port.
  const listening = await listen(
    (request, response) => ready.promise.then((host) => host(request, response)),
    env.PORT,
    env.HOST,
  )
  const vite = await createVite({
    server: { middlewareMode: true, hmr: { server: listening.server } },
    appType: 'custom',
  })
  const host = await createHost({
    services,
    accessLog: createAccessLog(env),
    build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
    mode: 'development',
    security: createSecurityHeaders({ formTargets: ['*'], isHttps: false, isRelaxed: true }),
    pictures: openPublicPictures(services),
    staticFiles: new Map(),
    migrations: await listMigrations(path.resolve('prisma/migrations')),
    isStopping: () => false,
  })
  await removeLeftUploads(env.DATA_DIR)
  const background = startBackground(services)
  await bus.start()
  ready.resolve((request, response) => vite.middlewares(request, response, () => host(request, response)))
  log.info({ url: listening.url }, 'developing')
  return {
    async stop() {
      // Its open sockets would keep the server from closing.
      await vite.close()
      services.live.stop()
      await Promise.all([listening.stop(), background.stop()])
      await bus.stop()
      await db.$disconnect()
      await pool.end()
    },
  }
}

// Before the services are built: a page that is kept would outlive the code that made it.
process.env.PAGE_CACHE_MB = '0'
runProcesses(1, develop)
