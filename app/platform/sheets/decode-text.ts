/**
 * The text of a file of unknown encoding, as Chinese offices save them: UTF-8 with or without its mark, UTF-16 of
 * Excel's "Unicode text", else GB18030, which holds GBK and GB2312. Null for what is no text in any of them.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes)
  const text = decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes)
  return text?.includes('\0') ? null : text
}

/** Null where the bytes are not of this encoding; a byte order mark is left out. */
export function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
