/** waiting to be issued; issued, but a refund wants a red-letter invoice; issued. */
const invoiceStands = ['waiting', 'reversal', 'issued'] as const
export type InvoiceStand = (typeof invoiceStands)[number]

export function readInvoiceStand(text: string | null): InvoiceStand {
  return invoiceStands.find((stand) => stand === text) ?? 'waiting'
}
