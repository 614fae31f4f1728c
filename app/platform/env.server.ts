import path from 'node:path'
import { z } from 'zod'

/** Good enough for a laptop; refused where real money moves. */
export const sampleSessionSecret = 'sample-session-secret-for-development-only'

/** Stripe refuses sessions that live less than 30 minutes or more than 24 hours. */
const checkoutBounds = { min: 31, max: 24 * 60 - 1 }

const port = z.coerce.number('must be a number').int().min(1).max(65_535)
const count = (min: number, max: number) => z.coerce.number('must be a number').int().min(min).max(max)
const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
  .transform((url) => url.replace(/\/+$/, ''))
const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must start with postgres:// or postgresql://',
})

const fields = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: port.default(3000),
  // Loopback: a fresh clone has demonstration accounts and shows sign-in codes at /dev/outbox.
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: httpUrl.optional(),
  TRUST_PROXY: z.string().default('0').transform(parseTrustProxy),
  WEB_PROCESSES: count(1, 64).default(1),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((folder) => path.resolve(folder)),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_OWNER_URL: databaseUrl.optional(),
  DATABASE_POOL_SIZE: count(1, 500).default(12),
  POSTGRES_PORT: port.optional(),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').default(sampleSessionSecret),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w+$/, 'must be a Stripe secret key (sk_… or rk_…)')
    .optional(),
  STRIPE_WEBHOOK_SECRET: z.string().startsWith('whsec_', 'must start with whsec_').optional(),
  STRIPE_WEBHOOK_SECRET_PREVIOUS: z.string().startsWith('whsec_', 'must start with whsec_').optional(),
  STRIPE_API_BASE: httpUrl.optional(),
  SANDBOX_PORT: port.optional(),
  CHECKOUT_MINUTES: count(checkoutBounds.min, checkoutBounds.max).default(31),
  HOLD_MINUTES: count(1, 2 * 24 * 60).default(41),
  DEV_PAGES: z.enum(['on', 'off']).optional(),
  SMS_GATEWAY_URL: httpUrl.optional(),
  SMS_GATEWAY_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PAGE_CACHE_MB: count(0, 16_384).default(128),
})

type Variables = Readonly<Record<string, string | undefined>>
type Fields = z.infer<typeof fields>

/** What the bootstrap reads before it has started a database or a payment sandbox. */
export type Settings = Omit<Fields, 'PUBLIC_URL' | 'DEV_PAGES'> & {
  /** Without a trailing slash. */
  PUBLIC_URL: string
  /** Pages that help a developer and would betray a shopper, such as /dev/outbox. */
  DEV_PAGES: boolean
  /** Real Stripe keys: real money. */
  IS_LIVE: boolean
}

/** What a web process runs with: database and payments are known. */
export type Env = Settings & {
  DATABASE_URL: string
  STRIPE_SECRET_KEY: string
  STRIPE_WEBHOOK_SECRET: string
}

/** The message has one plain line per problem. */
export class EnvError extends Error {
  override name = 'EnvError'
}

/** The settings of a whole installation; absent database and payment keys mean the built-in ones. */
export function readSettings(source: Variables = process.env): Settings {
  const parsed = fields.safeParse(withoutEmptyValues(source))
  if (!parsed.success) throw new EnvError(parsed.error.issues.map(describeIssue).join('\n'))
  const settings = complete(parsed.data)
  const problems = findConflicts(settings)
  if (problems.length > 0) throw new EnvError(problems.join('\n'))
  return settings
}

/** The environment of a web process. */
export function readEnv(source: Variables = process.env): Env {
  const settings = readSettings(source)
  const { DATABASE_URL, STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET } = settings
  if (DATABASE_URL && STRIPE_SECRET_KEY && STRIPE_WEBHOOK_SECRET) {
    return { ...settings, DATABASE_URL, STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET }
  }
  const missing = Object.entries({ DATABASE_URL, STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET })
  throw new EnvError(
    missing
      .filter(([, value]) => !value)
      .map(([name]) => `${name} is missing; \`npm start\` and \`npm run serve\` supply a built-in one`)
      .join('\n'),
  )
}

function complete(values: Fields): Settings {
  const { PUBLIC_URL = `http://localhost:${values.PORT}`, DEV_PAGES, ...rest } = values
  const isLive = /^(sk|rk)_live_/.test(values.STRIPE_SECRET_KEY ?? '')
  const isPrivate = PUBLIC_URL.startsWith('http://') && !isLive
  return { ...rest, PUBLIC_URL, IS_LIVE: isLive, DEV_PAGES: DEV_PAGES ? DEV_PAGES === 'on' : isPrivate }
}

function findConflicts(settings: Settings): Array<string> {
  const { IS_LIVE, PUBLIC_URL, SESSION_SECRET, STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_API_BASE } =
    settings
  const rules: Array<[broken: boolean, message: string]> = [
    [
      // T03b: released stock must never be payable still.
      settings.HOLD_MINUTES <= settings.CHECKOUT_MINUTES,
      `HOLD_MINUTES (${settings.HOLD_MINUTES}) must be longer than CHECKOUT_MINUTES (${settings.CHECKOUT_MINUTES}), or stock is released while it can still be paid`,
    ],
    [
      !!STRIPE_SECRET_KEY && !STRIPE_WEBHOOK_SECRET,
      'STRIPE_WEBHOOK_SECRET is missing, but STRIPE_SECRET_KEY is set',
    ],
    [
      !!STRIPE_WEBHOOK_SECRET && !STRIPE_SECRET_KEY,
      'STRIPE_SECRET_KEY is missing, but STRIPE_WEBHOOK_SECRET is set',
    ],
    [IS_LIVE && !!STRIPE_API_BASE, 'STRIPE_API_BASE must be unset with a live Stripe key'],
    [
      IS_LIVE && SESSION_SECRET === sampleSessionSecret,
      'SESSION_SECRET is the sample; with a live Stripe key set a random one',
    ],
    [
      IS_LIVE && /sample|example|change.?me/i.test(STRIPE_WEBHOOK_SECRET ?? ''),
      'STRIPE_WEBHOOK_SECRET is a sample',
    ],
    [
      IS_LIVE && !PUBLIC_URL.startsWith('https://'),
      'PUBLIC_URL must be an https:// address with a live Stripe key',
    ],
    [IS_LIVE && settings.DEV_PAGES, 'DEV_PAGES must be off with a live Stripe key: it shows sign-in codes'],
    [IS_LIVE && settings.NODE_ENV !== 'production', 'NODE_ENV must be production with a live Stripe key'],
  ]
  return rules.filter(([broken]) => broken).map(([, message]) => message)
}

/** A number of proxies between us and the client, or the networks that they are in. */
function parseTrustProxy(text: string, context: z.RefinementCtx): number | Array<string> {
  if (/^\d$/.test(text)) return Number(text)
  const networks = text.split(',').map((part) => part.trim())
  if (networks.every((network) => /^[0-9a-f:.]+(\/\d{1,3})?$/i.test(network))) return networks
  context.addIssue({
    code: 'custom',
    message: 'must be a number of proxies (0-9) or a list such as 10.0.0.0/8,127.0.0.1',
  })
  return z.NEVER
}

/** `NAME=` in a .env file means the default, not an empty value. */
function withoutEmptyValues(source: Variables): Variables {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const message = issue.message
    .replace(/^Invalid input: expected/, 'must be')
    .replace(/^Invalid option: expected/, 'must be')
  return `${issue.path.join('.')} ${message.replace(/^Too (small|big): expected number to be/, 'must be')}`
}
