import type { Pictures } from '../pictures.server.ts'
import type { DerivationName } from './names.ts'

/**
 * A picture as an answer that no cache between here and the asker keeps.
 * @throws Response 404
 */
export async function privatePictureAnswer(
  pictures: Pick<Pictures, 'derive'>,
  name: DerivationName | null,
): Promise<Response> {
  const bytes = name && (await pictures.derive(name.key, name.width, name.format))
  if (!name || !bytes) throw new Response(null, { status: 404 })
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': `image/${name.format}`, 'cache-control': 'private, no-store' },
  })
}
