/** What a loader says about its page, for the document's head. */
export type PageMeta = {
  title: string
  description?: string
  /** Path of the picture shown when the page is shared. */
  picture?: string | undefined
  /** Not to be listed by search engines. */
  isPrivate?: boolean
}
