import { type Canvas, type Drawing, mirror, move } from '../draw.ts'
import type { Vessel } from '../vessels.ts'

/**
 * Pieces piled in a vessel or on a board: rows from the back to the front, each piece a little turned,
 * none the same size.
 */
export function pile(
  canvas: Canvas,
  vessel: Vessel,
  pieces: ReadonlyArray<Drawing>,
  rows: number,
  size: number,
): string {
  const { random } = canvas
  const { rx, ry, y } = vessel.mouth
  const parts: Array<string> = []
  for (let row = 0; row < rows; row++) {
    // The back rows are shorter and higher; the last stands at the rim.
    const depth = rows === 1 ? 1 : row / (rows - 1)
    const half = rx * (0.5 + 0.34 * depth)
    const tallest = Math.max(...pieces.map((piece) => (piece.height / Math.max(piece.width, 1)) * size))
    const lift = (1 - depth) * Math.min(size * 0.62, tallest * 0.5 * (rows - 1))
    const across = rows === 1 ? 1 : Math.max(1, Math.round((half * 2) / (size * 0.68)))
    for (const slot of inwards(across)) {
      const piece = random.pick(pieces)
      const scale = (size / Math.max(piece.width, 1)) * random.between(0.88, 1.1)
      const x =
        across === 1
          ? random.between(-0.1, 0.1) * rx
          : -half + size * 0.3 + ((half * 2 - size * 0.6) * slot) / (across - 1)
      const hollow = ry * 0.6 * (1 - (x / rx) ** 2)
      const svg = random.chance(0.4) ? mirror(piece.svg) : piece.svg
      parts.push(
        move(
          x + random.between(-8, 8),
          y + hollow * depth + Math.min(size * 0.22, ry * 0.7) - lift + random.between(-6, 6),
          svg,
          scale,
          random.between(-16, 16),
        ),
      )
    }
  }
  return parts.join('')
}

/** Outer slots first, so that the middle lies on top. */
function inwards(count: number): Array<number> {
  return Array.from({ length: count }, (_, index) => index).sort(
    (a, b) => Math.abs(b - (count - 1) / 2) - Math.abs(a - (count - 1) / 2),
  )
}
