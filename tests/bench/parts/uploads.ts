import sharp from 'sharp'
import { draftForm, soundDraft } from '#tests/support/drafts.ts'
import type { Part } from '../support/context.ts'
import { putLoad } from '../support/load.ts'
import { growthWhile } from '../support/memory.ts'
import { figureRow, ratioRow } from '../support/sample.ts'
import { startShop } from '../support/servers.ts'
import { openStaffDesk, type StaffDesk } from '../support/staff-desk.ts'

const uploadsAtOnce = 100
const megabyte = 1024 * 1024

/** Browsing while a hundred phones send a photo of 8 MB each, held against browsing alone (T63). */
export const uploads: Part = ({ databases, rounds, seconds, sizes }) =>
  databases.useCopy(sizes[0] ?? 1_000, async ({ url }) => {
    const desk = await openStaffDesk(url)
    const shop = await startShop({ databaseUrl: url, dataDir: databases.dataDir })
    const lists = [
      ['/', '/divisions/aohan', '/search?q=小米'].map((path) => ({
        method: 'GET' as const,
        path: encodeURI(path),
      })),
    ]
    const browse = async () =>
      (await putLoad({ url: shop.url, connections: 10, rate: 50, seconds, lists })).p99
    try {
      const photo = await photoOf(8 * megabyte)
      await browse()
      const pairs: Array<{ ours: number; theirs: number }> = []
      const growths: Array<number> = []
      for (let round = 0; round < rounds; round += 1) {
        const theirs = await browse()
        let ours = Number.NaN
        growths.push(
          await growthWhile(shop.child.pid, async () => {
            const sent = Array.from({ length: uploadsAtOnce }, () => upload(shop.url, desk, photo))
            ours = await browse()
            await Promise.all(sent)
          }),
        )
        pairs.push({ ours, theirs })
      }
      const name = `${uploadsAtOnce} photos of 8 MB at once`
      return [
        ratioRow(
          pairs,
          { name: `${name}: browsing, p99`, against: 'browsing alone', unit: 'ms' },
          { atMost: 2 },
        ),
        figureRow(growths, { name: `${name}: memory grows by`, unit: 'MB' }, { atMost: 1_024 }),
      ]
    } finally {
      await shop.stop()
    }
  })

/** By the form of the listing's editor. @throws Error when it was not taken. */
async function upload(shopUrl: string, { home, headers, listing }: StaffDesk, photo: File): Promise<void> {
  const body = draftForm(soundDraft())
  body.set('intent', 'upload')
  body.set('version', '1')
  body.set('photos', photo)
  const response = await fetch(`${shopUrl}${home}/listings/${listing}`, {
    method: 'POST',
    headers: { ...headers, origin: shopUrl },
    body,
  })
  await response.arrayBuffer()
  if (response.status >= 500 || [404, 413].includes(response.status))
    throw new Error(`an upload: ${response.status}`)
}

/** Of noise, at the quality that comes near to that size. */
async function photoOf(bytes: number): Promise<File> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const grain = sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: 'grey', noise } })
  const raw = await grain.png({ compressionLevel: 0 }).toBuffer()
  for (let quality = 95; ; quality -= 3) {
    const jpeg = await sharp(raw).jpeg({ quality }).toBuffer()
    if (jpeg.byteLength <= bytes || quality < 50) return new File([new Uint8Array(jpeg)], 'photo.jpg')
  }
}
