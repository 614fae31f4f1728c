import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { draftForm, soundDraft } from '#tests/support/drafts.ts'
import type { Part } from '../support/context.ts'
import { putLoad } from '../support/load.ts'
import { growthWhile } from '../support/memory.ts'
import { type Senders, sendPhotos } from '../support/photo-senders.ts'
import { figureRow, type Row, ratioRow } from '../support/sample.ts'
import { type RunningServer, startServer, startShop } from '../support/servers.ts'
import { openStaffDesk, type StaffDesk } from '../support/staff-desk.ts'

const megabyte = 1024 * 1024
const paces = [
  // Together 100 MB/s: all that a line of a gigabit lets in.
  { name: '100 phones send 8 MB, 1 MB/s each', bytesPerSecond: megabyte },
  // Over loopback, without a network between: a sender takes as much of the two processors as it can get.
  { name: '100 senders of 8 MB beside the shop', bytesPerSecond: null },
]
const lists = [
  ['/', '/divisions/aohan', '/search?q=小米'].map((page) => ({
    method: 'GET' as const,
    path: encodeURI(page),
  })),
]

/**
 * Browsing from the first byte of a hundred photos to the last answer, held against browsing alone (T63); and beside the
 * same senders a server that does nothing with what they send, for the part of it that is the machine's.
 */
export const uploads: Part = ({ databases, rounds, seconds, sizes }) =>
  databases.useCopy(sizes[0] ?? 1_000, async ({ url: databaseUrl }) => {
    const desk = await openStaffDesk(databaseUrl)
    const folder = await mkdtemp(path.join(tmpdir(), 'photos-'))
    const shop = await startShop({ databaseUrl, dataDir: databases.dataDir })
    const bare = await startServer(
      'tests/bench/support/bare-server.ts',
      { BENCH_PAGE: `${shop.url}/` },
      { probe: '/' },
    )
    try {
      const body = await writeForm(path.join(folder, 'form'))
      const sendersTo = ({ url }: RunningServer, bytesPerSecond: number | null) => ({
        url: `${url}${desk.home}/listings/${desk.listing}`,
        headers: headersOf(desk, url),
        count: 100,
        bytesPerSecond,
        body,
      })
      await browse(shop, seconds)
      const rows: Array<Row> = []
      for (const { name, bytesPerSecond } of paces) {
        const rounded: Array<Round> = []
        for (let round = 0; round < rounds; round += 1) {
          rounded.push({
            shop: await measure(shop, sendersTo(shop, bytesPerSecond), seconds),
            bare: await measure(bare, sendersTo(bare, bytesPerSecond), seconds),
          })
        }
        rows.push(...rowsOf(name, rounded))
      }
      return rows
    } finally {
      await Promise.all([shop.stop(), bare.stop()])
      await rm(folder, { recursive: true })
    }
  })

type Round = Record<'shop' | 'bare', Awaited<ReturnType<typeof measure>>>

function rowsOf(name: string, rounds: ReadonlyArray<Round>): Array<Row> {
  const pairsOf = (which: keyof Round) =>
    rounds.map((round) => ({ ours: round[which].beside, theirs: round[which].alone }))
  return [
    ratioRow(
      pairsOf('shop'),
      { name: `${name}: browsing, p99`, against: 'browsing alone', unit: 'ms' },
      { atMost: 2 },
    ),
    ratioRow(
      pairsOf('bare'),
      { name: '  the same of a server that only reads', against: 'alone', unit: 'ms' },
      null,
    ),
    figureRow(
      rounds.map(({ shop }) => shop.growth),
      { name: '  memory grows by', unit: 'MB' },
      { atMost: 256 },
    ),
    figureRow(
      rounds.map(({ shop }) => shop.milliseconds / 1_000),
      { name: '  the last photo is drawn after', unit: 's' },
      null,
    ),
  ]
}

async function browse({ url }: RunningServer, seconds: number, during?: Promise<unknown>): Promise<number> {
  return (await putLoad({ url, connections: 10, rate: 50, seconds, lists, ...(during && { during }) })).p99
}

async function measure(server: RunningServer, senders: Senders, seconds: number) {
  const alone = await browse(server, seconds)
  let beside = Number.NaN
  let milliseconds = Number.NaN
  const growth = await growthWhile(server.child.pid, async () => {
    const sent = sendPhotos(senders)
    ;[milliseconds, beside] = await Promise.all([sent, browse(server, seconds, sent)])
  })
  return { alone, beside, milliseconds, growth }
}

function headersOf({ headers }: StaffDesk, origin: string): Record<string, string> {
  return { ...headers, origin }
}

/** The form of the listing's editor, as a browser sends it. */
async function writeForm(file: string): Promise<Senders['body']> {
  const form = draftForm(soundDraft())
  form.set('intent', 'upload')
  form.set('version', '1')
  form.set('photos', await photoOf(8 * megabyte))
  const encoded = new Response(form)
  await writeFile(file, await encoded.bytes())
  return { type: encoded.headers.get('content-type') ?? '', file }
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
