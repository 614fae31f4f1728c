import type { Readable } from 'node:stream'
import { findOriginal, requestPictures, reviewPictures } from '#app/platform/pictures/store.server.ts'
import type { Services } from '#app/platform/services.server.ts'
import { streamZip, type ZipEntry } from '#app/platform/zip-stream.server.ts'
import { exportOwnData, type OwnData, photoNames } from './export-own-data.server.ts'
import type { SignedInScope } from './scope.ts'

type Archive = { exportedAt: Date; archive: Readable }

/**
 * What a person takes away: all that is kept about them as data.json, and beside it the photos that they sent in, which
 * no address shows to them for ever.
 */
export async function archiveOwnData(
  services: Pick<Services, 'db' | 'clock'> & { env: Pick<Services['env'], 'DATA_DIR'> },
  scope: SignedInScope,
): Promise<Archive> {
  const own = await exportOwnData(services, scope)
  return { exportedAt: own.exportedAt, archive: streamZip(filesOf(services.env.DATA_DIR, own)) }
}

async function* filesOf(dataDir: string, own: OwnData): AsyncIterable<ZipEntry> {
  yield { name: 'data.json', content: Buffer.from(`${JSON.stringify(own, null, 2)}\n`) }
  const stores = { reviews: reviewPictures(dataDir), requests: requestPictures(dataDir) }
  for (const { name, store, key } of photoNames(own)) {
    // Gone meanwhile, when its owner took the consent back or closed the account.
    const content = await findOriginal(stores[store], key)
    if (content) yield { name: `${name}.${isDrawing(content) ? 'svg' : 'webp'}`, content }
  }
}

/** As those of the demonstration are; what people send in is redrawn. */
function isDrawing(content: Uint8Array): boolean {
  return content[0] === '<'.charCodeAt(0)
}
