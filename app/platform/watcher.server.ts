import { Readable } from 'node:stream'
import { second } from '#app/kernel/clock.ts'

export type Patience = {
  /** For how long what somebody should have got may wait for their connection. */
  longestWait: number
  /**
   * A connection whose other end vanished without a word takes bytes for a quarter of an hour. So none gets old: the
   * browser comes back at once, with the id of what it saw last, and whoever is gone does not (T80).
   */
  longestLife: number
}

export const patience: Patience = { longestWait: 20 * second, longestLife: 55 * second }

/** A server-sent stream of editions to one browser. Of those that it is too slow for, it gets the latest. */
export class Watcher extends Readable {
  readonly #born = performance.now()
  readonly #onGone: (watcher: Watcher) => void
  readonly #longestWait: number
  readonly #life: number
  #isWanted = false
  #waiting: Buffer | null = null
  #waitingSince = 0

  constructor(onGone: (watcher: Watcher) => void, { longestWait, longestLife }: Patience) {
    super()
    this.#onGone = onGone
    this.#longestWait = longestWait
    // A little apart, so that those who came at once do not come again at once.
    this.#life = longestLife * (1 - Math.random() / 5)
  }

  /** What a browser does that loses us: it tries again after a pause. */
  begin(edition: Buffer | null, beat: Buffer): void {
    const retry = Buffer.from(`retry: ${Math.round(pause())}\n\n`)
    this.#say(Buffer.concat([retry, edition ?? Buffer.alloc(0), beat]))
  }

  /** The latest takes the place of what has not been sent yet. */
  offer(edition: Buffer): void {
    if (this.#isWanted) this.#say(edition)
    else {
      this.#waitingSince = this.#waiting ? this.#waitingSince : performance.now()
      this.#waiting = edition
    }
  }

  beat(bytes: Buffer): void {
    if (this.#isWanted) this.#say(bytes)
  }

  /** Ends what has lived long enough, and lets go of what takes nothing any more; says whether it did. */
  isDone(now: number): boolean {
    if (this.#waiting && now - this.#waitingSince > this.#longestWait) {
      this.destroy()
      return true
    }
    if (now - this.#born < this.#life) return false
    if (this.#isWanted) this.#end(second / 5)
    else this.destroy()
    return true
  }

  /** We go: the browser comes back to another process, after a pause. */
  dismiss(): void {
    this.#end(pause())
  }

  override _read(): void {
    this.#isWanted = true
    const waiting = this.#waiting
    if (!waiting) return
    this.#waiting = null
    this.#say(waiting)
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#onGone(this)
    done(error)
  }

  #say(bytes: Buffer): void {
    if (this.readableEnded || this.destroyed) return
    this.#isWanted = false
    this.push(bytes)
  }

  #end(retry: number): void {
    if (this.destroyed) return
    this.#onGone(this)
    this.push(`retry: ${Math.round(retry)}\n\n`)
    this.push(null)
  }
}

/**
 * Two to sixteen seconds: a thousand that lost a process and try until another is there are at most two hundred in a
 * second (T81), though those with short pauses have tried several times by then.
 */
function pause(): number {
  return (2 + 14 * Math.random()) * second
}
