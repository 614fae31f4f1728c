let pairs: Map<string, [number, number]> | undefined

/** As Excel saves a CSV on Chinese Windows. There is no encoder for it here: the decoder is asked for every pair of bytes. */
export function encodeGbk(text: string): Buffer {
  pairs ??= listPairs()
  const bytes: Array<number> = []
  for (const character of text) {
    const code = character.charCodeAt(0)
    bytes.push(...(code < 128 ? [code] : (pairs.get(character) ?? [])))
  }
  return Buffer.from(bytes)
}

function listPairs(): Map<string, [number, number]> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, [number, number]>()
  for (let high = 0x81; high < 0xff; high += 1)
    for (let low = 0x40; low < 0xff; low += 1)
      found.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return found
}
