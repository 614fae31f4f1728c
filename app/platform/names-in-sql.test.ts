import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('a name chosen by SQL is the Chinese one where there is no English', () => {
  const chosen = globSync('app/**/*.server.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/CASE WHEN ([^\n]{1,80}) ELSE ([\w.]+_en) END/g)].map(
      ([text, condition, english]) => ({
        at: `${file}: ${text}`,
        falls: condition?.includes(`OR ${english} = ''`),
      }),
    ),
  )
  expect(chosen.length).toBeGreaterThan(10)
  expect(chosen.filter(({ falls }) => !falls).map(({ at }) => at)).toEqual([])
})
