/** What a form offers to choose from: what it sends, and what it shows. */
export type Choice = { key: string; title: string }
