import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const routes = globSync('app/routes/{enterprise,organizer,booth}/**/*.tsx').filter((file) =>
  /\b409\b/.test(readFileSync(file, 'utf8')),
)

test.each(routes)('%s is read anew when its form was overtaken', async (file) => {
  const route: { shouldRevalidate?: unknown } = await import(path.resolve(file))
  const { readAnewOvertaken } = await import('./overtaken-page.ts')
  expect(route.shouldRevalidate).toBe(readAnewOvertaken)
})
