/** Heading of a file → key of what it holds; what is left out is not read. */
export type HeadingMap = Record<string, string>
/** What headings may mean, by `sameHeading`; several lists in the order in which they are asked. */
export type Meanings = ReadonlyArray<ReadonlyMap<string, string>>

/** Each heading by the first list that knows it; no key is taken by two of them. */
export function mapHeadings(headings: ReadonlyArray<string>, meanings: Meanings): HeadingMap {
  const mapped: HeadingMap = {}
  const taken = new Set<string>()
  for (const meaning of meanings)
    for (const heading of headings) {
      const key = meaning.get(sameHeading(heading))
      if (key === undefined || taken.has(key) || mapped[heading] !== undefined) continue
      mapped[heading] = key
      taken.add(key)
    }
  return mapped
}

/** What was said of headings before, as a list of meanings. */
export function saidBefore(saved: HeadingMap): ReadonlyMap<string, string> {
  return new Map(Object.entries(saved).map(([heading, key]) => [sameHeading(heading), key]))
}

/** Of the mappings that are kept, the one made for most of these headings. */
export function bestMapping<Kept extends { columns: HeadingMap }>(
  headings: ReadonlyArray<string>,
  kept: ReadonlyArray<Kept>,
): Kept | undefined {
  const covers = ({ columns: said }: Kept) => headings.filter((heading) => said[heading] !== undefined).length
  return [...kept].sort((one, other) => covers(other) - covers(one)).find((each) => covers(each) > 0)
}

/** Whatever the width, the spaces and the brackets. */
export function sameHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[\s()[\]【】*:_\-"=]/g, '')
    .toLowerCase()
}
