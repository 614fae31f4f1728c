import { isDay } from '#app/kernel/clock.ts'
import { typedText } from '#app/kernel/form.ts'
import type { Fen } from '#app/kernel/money.ts'
import { parseYuan } from '#app/kernel/yuan-input.ts'

/** Reads single fields of a form leniently: what makes no sense is null, and `errors` says so under its name. */
export function createReader(form: FormData) {
  const errors: Record<string, string> = {}

  function text(name: string): string {
    const value = form.get(name)
    return typeof value === 'string' ? typedText(value).trim() : ''
  }

  function read<T>(name: string, parse: (text: string) => T | null, code: string): T | null {
    const typed = text(name)
    if (typed === '') return null
    const value = parse(typed)
    if (value === null) errors[name] = code
    return value
  }

  function number(name: string, least: number, most: number): number | null {
    return read(
      name,
      (typed) => {
        const plain = typed.normalize('NFKC')
        const value = Number(plain)
        return /^\d{1,9}$/.test(plain) && value >= least && value <= most ? value : null
      },
      'not-a-number',
    )
  }

  function money(name: string): Fen | null {
    return read(name, parseYuan, 'not-a-price')
  }

  function day(name: string): string | null {
    return read(name, (typed) => (isDay(typed) ? typed : null), 'not-a-day')
  }

  /** `variants.0`, `variants.1` …, as long as their first field is there. */
  function rows(name: string, firstField: string): Array<string> {
    const found: Array<string> = []
    while (form.has(`${name}.${found.length}.${firstField}`)) found.push(`${name}.${found.length}`)
    return found
  }

  /** What is filled under a prefix, by the rest of its name. */
  function under(prefix: string): Record<string, string> {
    const names = [...form.keys()].filter((name) => name.startsWith(prefix) && text(name) !== '')
    return Object.fromEntries(names.map((name) => [name.slice(prefix.length), text(name)]))
  }

  return { errors, text, number, money, day, rows, under }
}
