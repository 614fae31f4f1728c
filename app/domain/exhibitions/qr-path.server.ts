import qrcode from 'qrcode'

/** A QR code as a path of one unit a module, in a square of `size` with the quiet zone that scanners want. */
export type QrPath = { size: number; path: string }

const quiet = 4

export function qrPath(text: string): QrPath {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules
  const rows = Array.from({ length: size }, (_, y) =>
    rowPath([...data.slice(y * size, (y + 1) * size)], y + quiet),
  )
  return { size: size + 2 * quiet, path: rows.join('') }
}

function rowPath(row: ReadonlyArray<number>, y: number): string {
  return row.map((isDark, x) => (isDark ? `M${x + quiet} ${y}h1v1h-1z` : '')).join('')
}
