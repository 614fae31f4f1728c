/** What a form offers to choose from: what it sends, and what it shows. */
export type Choice = { key: string; title: string }

/** Keys in their order, by the names that they have. */
export function choicesOf<Key extends string>(
  keys: ReadonlyArray<Key>,
  titles: Readonly<Record<Key, string>>,
): Array<Choice> {
  return keys.map((key) => ({ key, title: titles[key] }))
}
