import type { Translated } from '../translated.ts'
import type { signs as zh } from '../zh/signs.ts'

export const signs: Translated<typeof zh> = {
  title: 'Booth signs',
  text: 'Each sign is one A5 page with picture, price and QR code; the code opens the product, and what is bought by it counts for the fair.',
  choice: 'Choose goods',
  fair: 'For which fair',
  noFair: 'No fair is on or ahead; the code only opens the product.',
  goods: 'On sale',
  show: 'Make the signs',
  print: 'Print',
  code: 'QR code',
  scan: 'Scan to order, delivered home',
}
