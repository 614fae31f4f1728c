import sharp from 'sharp'

/** A photo of about 60 KB, as messengers pass them on; each another. */
export async function snapshotOf(index: number): Promise<Buffer> {
  const background = { r: index % 256, g: Math.floor(index / 256) * 16, b: 90 }
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 8 }
  const grain = await sharp({ create: { width: 300, height: 225, channels: 3, noise, background } })
    .png()
    .toBuffer()
  return await sharp(grain).resize(1_000, 750).tint(background).jpeg({ quality: 75 }).toBuffer()
}
