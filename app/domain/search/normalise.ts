import { Converter, type ConverterFunction } from 'opencc-js/t2cn'

/** Longer queries are cut: nobody types more into a search box, and each further gram costs. */
const longestQuery = 60

let converter: ConverterFunction | undefined

/** Traditional to simplified; the tables are loaded at the first call. */
function simplified(text: string): string {
  converter ??= Converter({ from: 't', to: 'cn' })
  return converter(text)
}

/**
 * One form for what is the same to a reader: full width to half width, traditional to simplified, lower case,
 * accents off (ü as v, the way it is typed), one space between words. Index and query go through it alike.
 */
export function normaliseText(text: string): string {
  const flat = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[üǖǘǚǜ]/g, 'v')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
  return simplified(flat.normalize('NFC')).replace(/\s+/g, ' ').trim()
}

/** A query as it is understood and shown back: the shopper's own characters, one width, cut. */
export function readableQuery(text: string): string {
  const clean = text
    .normalize('NFKC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  return [...clean].slice(0, longestQuery).join('').trim()
}
