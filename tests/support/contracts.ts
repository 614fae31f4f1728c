import { timeOrderedId } from '#app/kernel/ids.ts'
import { formOf } from './forms.ts'

/** The smallest PDF that is one. */
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

/** A purchase of 20,000 yuan, signed today, with its scan. */
export function contractPaper(
  enterprise: string,
  changes: Record<string, string> = {},
  scan: Buffer | null = pdf,
) {
  const form = formOf({
    key: timeOrderedId(new Date()),
    kind: 'purchase',
    title: '敖汉小米采购',
    buyer: '海淀区某食堂',
    enterprise,
    amount: '2万',
    signedOn: '2026-11-24',
    ...changes,
  })
  if (scan) form.set('scan', new File([new Uint8Array(scan)], '合同.pdf', { type: 'application/pdf' }))
  return form
}
