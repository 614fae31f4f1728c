/**
 * Milliseconds to the first byte of a file of so many lines.
 * @throws Error when not every line came
 */
export async function download(url: string, request: RequestInit, leastLines: number): Promise<number> {
  const from = performance.now()
  const response = await fetch(url, request)
  const reader = response.body?.getReader()
  let first = 0
  let lines = 0
  for (;;) {
    const part = await reader?.read()
    first ||= performance.now() - from
    if (!part?.value) break
    for (const byte of part.value) if (byte === 10) lines += 1
  }
  if (lines < leastLines) throw new Error(`${response.status}: ${lines} lines of ${leastLines}`)
  return first
}
