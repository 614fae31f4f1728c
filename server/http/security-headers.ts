type Policy = {
  /** Where a form of ours may lead by redirect (Chromium holds form-action against it): the payment page. */
  formTargets: ReadonlyArray<string>
  isHttps: boolean
  /** Vite's client is inline and talks over a socket; only in development. */
  isRelaxed: boolean
}

export type SecurityHeaders = {
  /** Names and values in turn, with the policy that allows these scripts (`'sha256-…'` sources, by spaces). */
  forPage(scriptHashes: string): ReadonlyArray<string>
  /** For everything that is no page. */
  forFile: ReadonlyArray<string>
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
    'permissions-policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy',
    'same-origin',
    'x-frame-options',
    'DENY',
  ]
  return {
    forFile: [...forFile, 'content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
    forPage: (scriptHashes) => [
      ...shared,
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
