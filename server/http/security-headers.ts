type Policy = {
  /** Where a form of ours may lead by redirect (Chromium holds form-action against it): the payment page. */
  formTargets: ReadonlyArray<string>
  isHttps: boolean
  /** Vite's client is inline and talks over a socket; only in development. */
  isRelaxed: boolean
}

export type SecurityHeaders = {
  /** Names and values in turn, with the policy that allows these scripts (`'sha256-…'` sources, by spaces). */
  forPage(scriptHashes: string, mayUseCamera?: boolean): ReadonlyArray<string>
  /** For everything that is no page. */
  forFile: ReadonlyArray<string>
  /** For a service worker: its own policy says what it may fetch, and it works for pages outside its folder. */
  forWorker: ReadonlyArray<string>
}

const oneYear = 31_536_000

export function createSecurityHeaders(policy: Policy): SecurityHeaders {
  const transport = policy.isHttps
    ? ['strict-transport-security', `max-age=${oneYear}; includeSubDomains`]
    : []
  const forFile = ['x-content-type-options', 'nosniff', ...transport]
  const shared = [
    ...forFile,
    'referrer-policy',
    'strict-origin-when-cross-origin',
    'cross-origin-opener-policy',
    'same-origin',
    'x-frame-options',
    'DENY',
  ]
  return {
    forFile: [...forFile, 'content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
    forWorker: [
      ...forFile,
      'content-security-policy',
      "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
      'service-worker-allowed',
      '/',
    ],
    forPage: (scriptHashes, mayUseCamera = false) => [
      ...shared,
      'permissions-policy',
      `camera=(${mayUseCamera ? 'self' : ''}), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()`,
      'content-security-policy',
      contentSecurityPolicy(policy, scriptHashes),
    ],
  }
}

function contentSecurityPolicy({ formTargets, isRelaxed }: Policy, scriptHashes: string): string {
  const relaxed = " 'unsafe-inline'"
  return [
    "default-src 'self'",
    `script-src 'self'${isRelaxed ? relaxed : scriptHashes && ` ${scriptHashes}`}`,
    `style-src 'self'${isRelaxed ? relaxed : ''}`,
    "img-src 'self' data:",
    `connect-src 'self'${isRelaxed ? ' ws:' : ''}`,
    "frame-ancestors 'none'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
}
