/** A failure that a person can act upon; shown without a stack. */
export class CommandError extends Error {
  override name = 'CommandError'
}

/** One calm line: what is done, and how long it took. `note` adds lines that belong to it. */
export async function step<T>(title: string, work: (note: (line: string) => void) => Promise<T>): Promise<T> {
  const from = performance.now()
  const notes: Array<string> = []
  process.stdout.write(`· ${title} …`)
  try {
    const result = await work((line) => notes.push(line))
    console.log(` ${seconds(performance.now() - from)}`)
    return result
  } catch (error) {
    console.log(' failed')
    throw error
  } finally {
    for (const line of notes) console.log(`    ${line}`)
  }
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
