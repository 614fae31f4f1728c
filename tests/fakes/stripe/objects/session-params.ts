import { invalid, missing } from '../api-error.ts'
import type { Params, ParamValue } from '../form.ts'
import {
  metadataOf,
  optionalEnum,
  optionalInteger,
  optionalList,
  optionalObject,
  optionalString,
  refuseUnknown,
  requiredUrl,
} from '../params.ts'
import type { MethodType } from '../records.ts'

const methods: ReadonlyArray<MethodType> = ['card', 'alipay', 'wechat_pay']

const known: ReadonlyArray<string> = [
  'allowed_payment_method_types',
  'cancel_url',
  'client_reference_id',
  'currency',
  'customer_email',
  'excluded_payment_method_types',
  'expand',
  'expires_at',
  'line_items',
  'locale',
  'metadata',
  'mode',
  'payment_intent_data',
  'payment_method_options',
  'payment_method_types',
  'submit_type',
  'success_url',
]

const locales: ReadonlyArray<string> =
  'auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hi-IN hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW'.split(
    ' ',
  )

const minute = 60
const day = 24 * 60 * minute

export type SessionParams = {
  successUrl: string
  cancelUrl: string | null
  clientReferenceId: string | null
  customerEmail: string | null
  expiresAt: number
  locale: string | null
  metadata: Record<string, string>
  methods: Array<MethodType>
  allowedMethods: Array<MethodType> | null
  options: SessionOptions
  submitType: string | null
  intent: { metadata: Record<string, string>; description: string | null }
}

type SessionOptions = { wechat_pay?: { app_id: null; client: 'web' } }

export function readSessionParams(params: Params, now: number, version: string): SessionParams {
  refuseUnknown(params, known)
  const mode = optionalEnum(params.mode, 'mode', ['payment', 'setup', 'subscription'])
  if (mode === null) throw missing('mode')
  if (mode !== 'payment') throw invalid('The payment sandbox knows mode `payment` only.', 'mode')
  const options = readOptions(params.payment_method_options)
  return {
    successUrl: requiredUrl(params.success_url, 'success_url'),
    cancelUrl: params.cancel_url === undefined ? null : requiredUrl(params.cancel_url, 'cancel_url'),
    clientReferenceId: optionalString(params.client_reference_id, 'client_reference_id', 200),
    customerEmail: optionalString(params.customer_email, 'customer_email', 800),
    expiresAt: readExpiry(params.expires_at, now),
    locale: optionalEnum(params.locale, 'locale', locales),
    metadata: metadataOf(params.metadata),
    methods: readMethods(params, options, version),
    allowedMethods: readList(params.allowed_payment_method_types, 'allowed_payment_method_types'),
    options,
    submitType: optionalEnum(params.submit_type, 'submit_type', ['auto', 'book', 'donate', 'pay']),
    intent: readIntentData(params.payment_intent_data),
  }
}

/** 30 minutes to 24 hours after creation; 24 hours when not said. */
function readExpiry(value: ParamValue | undefined, now: number): number {
  const expiresAt = optionalInteger(value, 'expires_at')
  if (expiresAt === null) return now + day
  if (expiresAt < now + 30 * minute) {
    throw invalid(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      'expires_at',
    )
  }
  if (expiresAt > now + day) {
    throw invalid(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      'expires_at',
    )
  }
  return expiresAt
}

/**
 * From this API version the Dashboard decides and `allowed_payment_method_types` narrows; before it
 * `payment_method_types` said: docs.stripe.com/changelog/endive/2026-09-30/remove-payment-method-types-checkout-sessions
 */
const firstDynamicVersion = '2026-09-30'

function readMethods(params: Params, options: SessionOptions, version: string): Array<MethodType> {
  const isDynamic = version.slice(0, 10) >= firstDynamicVersion
  if (isDynamic && params.payment_method_types !== undefined) {
    throw invalid(
      '`payment_method_types` is no longer supported. Use dynamic payment methods, or `allowed_payment_method_types`.',
      'payment_method_types',
      'payment_method_types_no_longer_supported',
    )
  }
  if (!isDynamic && params.allowed_payment_method_types !== undefined) {
    const param = 'allowed_payment_method_types'
    throw invalid(`Received unknown parameter: ${param}`, param, 'parameter_unknown')
  }
  const name = isDynamic ? 'allowed_payment_method_types' : 'payment_method_types'
  const wanted = readList(params[name], name)
  const excluded = readList(params.excluded_payment_method_types, 'excluded_payment_method_types') ?? []
  if (wanted?.includes('wechat_pay') && options.wechat_pay === undefined) {
    throw missing('payment_method_options[wechat_pay][client]')
  }
  return (wanted ?? [...methods]).filter((method) => !excluded.includes(method))
}

function readList(value: ParamValue | undefined, at: string): Array<MethodType> | null {
  if (value === undefined) return null
  const list = optionalList(value, at).map((item, index) => {
    const method = optionalEnum(item, `${at}[${index}]`, methods)
    if (method === null) throw missing(`${at}[${index}]`)
    return method
  })
  if (list.length === 0) throw missing(at)
  return list
}

function readOptions(value: ParamValue | undefined): SessionOptions {
  const given = optionalObject(value, 'payment_method_options')
  refuseUnknown(given, methods)
  const options: SessionOptions = {}
  if (given.wechat_pay !== undefined) {
    const at = 'payment_method_options[wechat_pay]'
    const wechat = optionalObject(given.wechat_pay, at)
    const client = optionalEnum(wechat.client, `${at}[client]`, ['android', 'ios', 'web'])
    if (client === null) throw missing(`${at}[client]`)
    if (client !== 'web') {
      throw invalid('Checkout takes WeChat Pay with the client `web` only.', `${at}[client]`)
    }
    options.wechat_pay = { app_id: null, client }
  }
  return options
}

function readIntentData(value: ParamValue | undefined): SessionParams['intent'] {
  const data = optionalObject(value, 'payment_intent_data')
  refuseUnknown(data, ['description', 'metadata', 'capture_method', 'statement_descriptor_suffix'])
  optionalEnum(data.capture_method, 'payment_intent_data[capture_method]', ['automatic', 'automatic_async'])
  return {
    metadata: metadataOf(data.metadata, 'payment_intent_data[metadata]'),
    description: optionalString(data.description, 'payment_intent_data[description]'),
  }
}
