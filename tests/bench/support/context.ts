import type { BenchDatabases } from './databases.ts'
import type { Row } from './sample.ts'

export type Context = {
  databases: BenchDatabases
  rounds: number
  /** Of load, in each round and on each side. */
  seconds: number
  /** Sizes of catalogue; the first is what the others are held against. */
  sizes: ReadonlyArray<number>
}

export type Part = (context: Context) => Promise<Array<Row>>
