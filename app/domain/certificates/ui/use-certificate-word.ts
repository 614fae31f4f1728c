import { useStaffMessages } from '#app/messages/messages.ts'

/** The sentence for an error code of a certificate's forms. */
export function useCertificateWord() {
  const { certificates, staff } = useStaffMessages()
  const words: Record<string, string> = certificates.errors
  return (code: string | undefined) =>
    code === undefined ? undefined : (words[code] ?? staff.errors.unknown)
}
