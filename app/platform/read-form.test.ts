import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { leadsTo, readDomainFunctions } from '#tests/support/call-graph.ts'

const functions = readDomainFunctions()
const takesFiles = ({ text }: { text: string }) => /\bformFiles\(|instanceof File\b/.test(text)
const imports = /import \{([^}]*)\} from '#(app\/domain\/[^']+)'/g

/** Whether a route's code, or what it calls, looks for files of a form. */
function wantsFiles(source: string): boolean {
  const called = [...source.matchAll(imports)].flatMap(([, names = '', file = '']) =>
    names.split(',').map((name) => `${file}#${name.trim()}`),
  )
  return takesFiles({ text: source }) || called.some((place) => leadsTo(functions, place, takesFiles))
}

test('every route that takes files reads its form with them: the host has taken them out of the request', () => {
  const routes = globSync('app/routes/**/*.{ts,tsx}').map(
    (file) => [file, readFileSync(file, 'utf8')] as const,
  )
  const takers = routes.filter(([, source]) => /\baction\b/.test(source) && wantsFiles(source))
  expect(takers.length).toBeGreaterThan(12)
  const forgetful = takers.filter(
    ([, source]) => /request\.formData\(\)/.test(source) || !/readForm|addOrRemove/.test(source),
  )
  expect(forgetful.map(([file]) => file)).toEqual([])
})
