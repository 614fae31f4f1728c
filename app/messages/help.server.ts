import type { Locale } from '#app/kernel/locale.ts'
import { help as en } from './en/help.ts'
import { help as zh } from './zh/help.ts'

/** Help texts come with their page: long, and needed by nobody else's browser. */
const helpTexts = { zh, en } as const

export type HelpPage = {
  title: string
  description: string
  blocks: ReadonlyArray<readonly [heading: string, text: string]>
}

const helpTopics = ['pairing', 'delivery', 'returns', 'privacy'] as const

export function findHelp(locale: Locale, topic: string | undefined): HelpPage | null {
  const known = helpTopics.find((name) => name === topic)
  return known ? helpTexts[locale][known] : null
}

export function listHelp(locale: Locale): Array<{ topic: string; title: string }> {
  return helpTopics.map((topic) => ({ topic, title: helpTexts[locale][topic].title }))
}
