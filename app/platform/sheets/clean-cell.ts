/** Invisible, and never meant: byte order marks, zero-width spaces, control characters other than line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be taken out.
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200d\u2060\ufeff]/g

/**
 * What a cell says, without what programs put around it: TABs and `="…"` that keep long numbers whole, the apostrophe
 * that our own export guards texts with, a dash for nothing.
 */
export function cleanCell(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(invisible, '').trim()
  const unwrapped = /^="([^"]*)"$/.exec(plain)?.[1]?.trim() ?? plain
  const bare = unwrapped.replace(/^'(?=[=+\-@＝＋－＠])/, '')
  return /^[-—–]+$/.test(bare) ? '' : bare
}
