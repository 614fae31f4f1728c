/** What a product may carry; a geographical indication's mark is shown only with the seller's own authorisation. */
export const certificates = ['green', 'organic', 'gi', 'assistance', 'heritage'] as const
export type Certificate = (typeof certificates)[number]

/** Unknown words of the column are left out rather than shown raw. */
export function readCertificates(values: ReadonlyArray<string>): Array<Certificate> {
  return certificates.filter((certificate) => values.includes(certificate))
}
