import sharp from 'sharp'
import { keepPrivatePhoto } from '#app/platform/private-files.server.ts'

/** Nobody's licence: a sheet with a border, lines of grey and a seal, as a phone would take it. */
const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="850">
  <rect width="1200" height="850" fill="#d9d2c3"/><rect x="60" y="50" width="1080" height="750" fill="#fffdf6"/>
  <rect x="90" y="80" width="1020" height="690" fill="none" stroke="#b9975b" stroke-width="10"/>
  <rect x="108" y="98" width="984" height="654" fill="none" stroke="#b9975b" stroke-width="3"/>
  <rect x="400" y="150" width="400" height="56" rx="6" fill="#4a4238"/>
  ${[270, 330, 390, 450, 510, 570].map((y, index) => `<rect x="180" y="${y}" width="120" height="18" rx="4" fill="#8a8070"/><rect x="330" y="${y}" width="${420 - (index % 3) * 90}" height="18" rx="4" fill="#c9c1b2"/>`).join('')}
  <circle cx="930" cy="600" r="92" fill="none" stroke="#b3352c" stroke-width="10"/>
  <path d="M930 552l12 36h38l-31 22 12 36-31-22-31 22 12-36-31-22h38z" fill="#b3352c"/>
</svg>`

/** The key under which the photo of a sample paper is kept. */
export async function keepSamplePaper(dataDir: string): Promise<string> {
  const photo = await sharp(Buffer.from(sheet)).jpeg().toBuffer()
  const kept = await keepPrivatePhoto(dataDir, new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }))
  if (!kept.ok) throw new Error(kept.code)
  return kept.value.key
}
