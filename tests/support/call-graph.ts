import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A function of the domain as it stands in its file. */
export type DomainFunction = {
  name: string
  file: string
  text: string
  isExported: boolean
  calls: Array<string>
}

const declaration = /^(export )?(?:async )?function (\w+)[\s\S]*?^\}/gm
const importLine = /import (?:type )?\{([^}]*)\} from '(#app\/[^']+|\.[^']+)'/g

/** Every function of app/domain by `file#name`, with those of the app that it calls. */
export function readDomainFunctions(): Map<string, DomainFunction> {
  const functions = new Map<string, DomainFunction>()
  for (const file of globSync('app/domain/**/*.ts').filter((name) => !name.endsWith('.test.ts')))
    for (const found of readFunctions(file)) functions.set(`${file}#${found.name}`, found)
  return functions
}

function readFunctions(file: string): Array<DomainFunction> {
  const source = readFileSync(file, 'utf8')
  const own = [...source.matchAll(declaration)]
  const places = readImports(file, source)
  for (const [, , name = ''] of own) places.set(name, `${file}#${name}`)
  return own.map(([text, exported, name = '']) => {
    const used = [...text.matchAll(/\b(\w+)\b/g)].map(([, word = '']) => places.get(word) ?? '')
    const calls = [...new Set(used)].filter((place) => place !== '' && place !== `${file}#${name}`)
    return { name, file, text, isExported: exported !== undefined, calls }
  })
}

function readImports(file: string, source: string): Map<string, string> {
  const places = new Map<string, string>()
  for (const [, names = '', from = ''] of source.matchAll(importLine)) {
    const target = from.startsWith('#') ? from.slice(1) : path.join(path.dirname(file), from)
    for (const name of names.split(',').map((part) => part.replace('type ', '').trim()))
      places.set(name, `${target}#${name}`)
  }
  return places
}

/** Whether the function, or one that it leads to, is such. */
export function leadsTo(
  functions: ReadonlyMap<string, DomainFunction>,
  start: string,
  isSuch: (found: DomainFunction) => boolean,
  seen = new Set<string>(),
): boolean {
  const found = functions.get(start)
  if (!found || seen.has(start)) return false
  seen.add(start)
  return isSuch(found) || found.calls.some((call) => leadsTo(functions, call, isSuch, seen))
}
