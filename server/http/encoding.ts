import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

// Below this the headers outweigh the saving.
const smallest = 860

/** The best encoding that the client takes; a refusal by `;q=0` counts. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  if (takes(accepted, 'br')) return 'br'
  return takes(accepted, 'gzip') ? 'gzip' : 'identity'
}

function takes(accepted: string, encoding: string): boolean {
  const at = accepted.indexOf(encoding)
  return at >= 0 && !/^\s*;\s*q=0(?:\.0*)?\s*(?:,|$)/.test(accepted.slice(at + encoding.length))
}

/** A body in each encoding, compressed when first asked for, once however many ask. */
export type EncodedBody = {
  /** At hand, or null when it must be awaited by `in`. */
  ready(encoding: Encoding): Buffer | null
  in(encoding: Encoding): Promise<Buffer>
  /** What this body answers with when the client takes that encoding. */
  effective(encoding: Encoding): Encoding
}

export function createEncodedBody(
  identity: Buffer,
  given: Partial<Record<Encoding, Buffer>> = {},
): EncodedBody {
  const ready = new Map<Encoding, Buffer>([['identity', identity]])
  for (const encoding of ['br', 'gzip'] as const) {
    const bytes = given[encoding]
    if (bytes) ready.set(encoding, bytes)
  }
  const underway = new Map<Encoding, Promise<Buffer>>()

  function compressOnce(encoding: 'br' | 'gzip'): Promise<Buffer> {
    const known = underway.get(encoding)
    if (known) return known
    const work = compress(identity, encoding).then((bytes) => {
      ready.set(encoding, bytes)
      underway.delete(encoding)
      return bytes
    })
    underway.set(encoding, work)
    return work
  }

  const isSmall = identity.byteLength < smallest
  return {
    ready: (encoding) => ready.get(encoding) ?? null,
    in: async (encoding) =>
      ready.get(encoding) ?? (encoding === 'identity' ? identity : compressOnce(encoding)),
    effective: (encoding) => (isSmall ? 'identity' : encoding),
  }
}

/** Brotli 5 takes about the time of gzip 6 and gives a fifth less. */
export function compress(bytes: Buffer, encoding: 'br' | 'gzip', isForBuild = false): Promise<Buffer> {
  if (encoding === 'gzip') return toGzip(bytes, { level: isForBuild ? 9 : 6 })
  return toBrotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: isForBuild ? 11 : 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  })
}
