import type Stripe from 'stripe'
import { invalid, missing, noSuch } from '../api-error.ts'
import type { ParamValue } from '../form.ts'
import { newId } from '../ids.ts'
import { isCurrency } from '../money.ts'
import {
  metadataOf,
  optionalInteger,
  optionalList,
  optionalObject,
  optionalString,
  refuseUnknown,
  requiredString,
} from '../params.ts'
import type { LineItemObject, PriceObject } from '../records.ts'

/** "A maximum of 100 line items" in payment mode. */
const maximumLines = 100

export type BuiltLine = { item: LineItemObject; product: Stripe.Product }

export function buildLineItems(value: ParamValue | undefined, now: number): Array<BuiltLine> {
  const lines = optionalList(value, 'line_items')
  if (lines.length === 0) throw missing('line_items')
  if (lines.length > maximumLines) {
    throw invalid(`You can only pass up to ${maximumLines} line items.`, 'line_items')
  }
  const built = lines.map((line, index) => buildLine(line, `line_items[${index}]`, now))
  const currencies = new Set(built.map(({ item }) => item.currency))
  if (currencies.size > 1) {
    throw invalid(
      `You must pass line items with the same currency. Got: ${[...currencies].join(', ')}.`,
      'line_items',
    )
  }
  return built
}

function buildLine(value: ParamValue, at: string, now: number): BuiltLine {
  const line = optionalObject(value, at)
  refuseUnknown(line, ['price', 'price_data', 'quantity', 'metadata'])
  const priceId = optionalString(line.price, `${at}[price]`)
  if (priceId !== null) throw noSuch('price', priceId, `${at}[price]`)
  if (line.price_data === undefined) throw missing(`${at}[price_data]`)

  const quantity = optionalInteger(line.quantity, `${at}[quantity]`)
  if (quantity === null) throw missing(`${at}[quantity]`)
  if (quantity < 1) throw invalid('Invalid positive integer', `${at}[quantity]`, 'parameter_invalid_integer')

  const { price, product } = buildPrice(line.price_data, `${at}[price_data]`, now)
  const total = (price.unit_amount ?? 0) * quantity
  const item: LineItemObject = {
    id: newId('li_1', 23),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency: price.currency,
    description: product.name,
    metadata: metadataOf(line.metadata, `${at}[metadata]`),
    price,
    quantity,
  }
  return { item, product }
}

function buildPrice(
  value: ParamValue,
  at: string,
  now: number,
): { price: PriceObject; product: Stripe.Product } {
  const data = optionalObject(value, at)
  refuseUnknown(data, ['currency', 'product', 'product_data', 'unit_amount', 'tax_behavior'])
  const currency = requiredString(data.currency, `${at}[currency]`).toLowerCase()
  if (!isCurrency(currency)) {
    throw invalid(`Invalid currency: ${currency}.`, `${at}[currency]`)
  }
  const productId = optionalString(data.product, `${at}[product]`)
  if (productId !== null) throw noSuch('product', productId, `${at}[product]`)
  const amount = optionalInteger(data.unit_amount, `${at}[unit_amount]`)
  if (amount === null) throw missing(`${at}[unit_amount]`)
  if (amount < 0)
    throw invalid('Invalid non-negative integer', `${at}[unit_amount]`, 'parameter_invalid_integer')

  const product = buildProduct(data.product_data, `${at}[product_data]`, now)
  const price: PriceObject = {
    id: newId('price_1', 23),
    object: 'price',
    active: false,
    billing_scheme: 'per_unit',
    created: now,
    currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: product.id,
    recurring: null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: amount,
    unit_amount_decimal: String(amount),
  }
  return { price, product }
}

function buildProduct(value: ParamValue | undefined, at: string, now: number): Stripe.Product {
  if (value === undefined) throw missing(at)
  const data = optionalObject(value, at)
  refuseUnknown(data, ['name', 'description', 'images', 'metadata', 'tax_code', 'unit_label'])
  return {
    id: newId('prod_', 14),
    object: 'product',
    active: false,
    created: now,
    default_price: null,
    description: optionalString(data.description, `${at}[description]`),
    images: optionalList(data.images, `${at}[images]`).map((image) => requiredString(image, `${at}[images]`)),
    livemode: false,
    marketing_features: [],
    metadata: metadataOf(data.metadata, `${at}[metadata]`),
    name: requiredString(data.name, `${at}[name]`),
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: optionalString(data.unit_label, `${at}[unit_label]`),
    updated: now,
    url: null,
  }
}
