import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { fen } from '#app/kernel/money.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { MessagesProvider } from '#app/messages/messages.ts'
import type { VariantView } from '../product-page.ts'
import { QuantityField } from './quantity-field.tsx'

const scarce: VariantView = {
  sku: 'CF-1',
  label: '500g',
  priceFen: fen(2590),
  wasPriceFen: null,
  unitPriceFen: null,
  netGrams: 500,
  minQuantity: 2,
  maxPerPerson: null,
  stock: { kind: 'low', left: 3 },
}

/** As the server sends it, and as it stays where no script runs. */
function boundsOf(isOnlySize: boolean): Array<string> {
  const html = renderToStaticMarkup(
    <MessagesProvider value={messagesFor('zh')}>
      <QuantityField variant={scarce} isOnlySize={isOnlySize} />
    </MessagesProvider>,
  )
  return html.match(/ (min|max|value)="\d+"/g) ?? []
}

test('without a script the size that is shown does not bound how many are taken of another', () => {
  expect(boundsOf(true)).toEqual([' min="2"', ' max="3"', ' value="2"'])
  expect(boundsOf(false)).toEqual([' min="1"', ' value="2"'])
})
