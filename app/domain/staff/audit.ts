/** All that staff can do, and the platform for them, as verb-noun. A new one needs its words (messages/zh/audit.ts). */
export const auditActions = [
  'invite-staff',
  'revoke-invitation',
  'accept-invitation',
  'change-role',
  'remove-member',
  'disable-staff',
  'enable-staff',
  'change-password',
  'set-morning-message',
  'reset-password',
  'set-up-second-step',
  'reset-second-step',
  'recommend-application',
  'return-application',
  'reject-application',
  'approve-application',
  'send-application-link',
  'add-document',
  'renew-document',
  'suspend-enterprise',
  'reinstate-enterprise',
  'change-store',
  'set-fee',
  'create-listing',
  'save-listing',
  'discard-draft',
  'submit-listing',
  'withdraw-listing',
  'accept-listing',
  'return-listing',
  'publish-listing',
  'publish-listing-again',
  'cancel-publication',
  'take-down-listing',
  'bar-listing',
  'lift-bar',
  'drop-mark',
  'change-price',
  'start-import',
  'commit-import',
  'adjust-stock',
  'move-stock',
  'set-low-stock',
  'ship-parcel',
  'correct-tracking',
  'refund-unsent',
  'retry-refund',
  'return-payment',
  'refund-by-hand',
  'show-phone',
  'export-orders',
  'take-waybill',
  'answer-after-sale',
  'escalate-after-sale',
  'end-after-sale',
  'reply-to-review',
  'moderate-review',
  'moderate-review-photo',
  'begin-closing',
  'close-statements',
  'mark-paid',
  'mark-recovered',
  'correct-reference',
  'unmark-paid',
  'export-payouts',
  'file-account',
  'confirm-account',
  'return-account',
  'issue-invoice',
  'replace-invoice',
  'record-reversal',
  'record-sales',
  'void-sale',
  'close-booth',
  'record-contract',
  'attach-scan',
  'verify-contract',
  'cancel-contract',
  'fulfil-contract',
  'correct-fulfilment',
  'freeze-figure',
  'issue-certificate',
  'revoke-certificate',
  'set-sales-plan',
  'create-fair',
  'edit-fair',
  'assign-booth',
  'remove-booth',
  'import-booths',
  'choose-fair-products',
  'set-fair-targets',
  'record-fair-measures',
  'add-coverage',
  'remove-coverage',
  'add-fair-document',
  'remove-fair-document',
  'schedule-livestream',
  'change-livestream',
  'cancel-livestream',
  'record-metrics',
  'match-product',
  'take-back-product',
  'settle-alarm',
  'rebuild-sums',
  'rebuild-lines',
] as const
export type AuditAction = (typeof auditActions)[number]

/** What it was done to. */
export const subjectKinds = [
  'staff',
  'invitation',
  'membership',
  'application',
  'document',
  'enterprise',
  'listing',
  'variant',
  'import',
  'order',
  'after-sale',
  'review',
  'statement',
  'statement-period',
  'invoice',
  'booth',
  'sale-entry',
  'contract',
  'press-figure',
  'certificate',
  'sales-plan',
  'fair',
  'livestream',
  'platform-product',
  'alarm',
  'sums',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

export type ChainProblem = 'changed' | 'missing' | 'end-missing' | 'rewritten'

/** A field that is not what it was; nested ones by their path. Null where there was nothing. */
export type FieldChange = { path: string; before: string | null; after: string | null }

/** What changed between the two, field by field, in the order in which they were written. */
export function listChanges(before: unknown, after: unknown): Array<FieldChange> {
  const was = flatten(before)
  const is = flatten(after)
  const paths = [...new Set([...was.keys(), ...is.keys()])]
  return paths
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }))
    .filter((change) => change.before !== change.after)
}

/** Every value of a JSON document by its path; lists of plain values in one piece. */
function flatten(value: unknown, path = ''): Map<string, string> {
  const text = plainText(value)
  if (text !== null) return new Map(text === '' ? [] : [[path, text]])
  const children = Object.entries(value as Record<string, unknown>)
  return new Map(children.flatMap(([key, child]) => [...flatten(child, path ? `${path}.${key}` : key)]))
}

/** Null for what is taken apart further. */
function plainText(value: unknown): string | null {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join(', ')
  return null
}
