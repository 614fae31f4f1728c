import { randomInt } from 'node:crypto'
import sharp from 'sharp'
import type { ApplicationFacts } from '#app/domain/enterprises/application.ts'
import { addApplicationDocument } from '#app/domain/enterprises/application-documents.server.ts'
import { findApplicationId } from '#app/domain/enterprises/application-views.server.ts'
import type { DocumentServices } from '#app/domain/enterprises/read-document.server.ts'
import { submitApplication } from '#app/domain/enterprises/submit-application.server.ts'
import { startApplication } from '#app/domain/enterprises/write-application.server.ts'
import { parseCreditCode } from '#app/domain/people/credit-code.ts'
import { formOf } from './forms.ts'
import { randomPhone } from './people.ts'

type Applying = Parameters<typeof startApplication>[0] & DocumentServices

/** A photo as a phone sends it, only smaller. */
async function photoFile(name = 'licence.jpg'): Promise<File> {
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#f4ecdf' } })
  return new File([new Uint8Array(await picture.jpeg().toBuffer())], name, { type: 'image/jpeg' })
}

/** A well-formed code that nobody has. */
export function randomCreditCode(): string {
  const first17 = `91150430MA${String(randomInt(10_000_000)).padStart(7, '0')}`
  for (const last of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
    const code = parseCreditCode(first17 + last)
    if (code) return code
  }
  throw new Error('no check character')
}

export function applicationFacts(own: Partial<ApplicationFacts> = {}): ApplicationFacts {
  const creditCode = randomCreditCode()
  return {
    name: `赤峰示例${creditCode.slice(10, 17)}合作社`,
    nameEn: '',
    kind: 'cooperative',
    divisionCode: '150430',
    town: '新惠镇',
    creditCode,
    foodLicence: null,
    contactName: '白云山',
    contactPhone: randomPhone(),
    story: '在敖汉旗的山坡上种谷子，三代人了，只用旱作老品种。',
    ...own,
  }
}

export async function documentForm(fields: Record<string, string> = {}): Promise<FormData> {
  return formOf({ kind: 'business-licence', ...fields, photos: await photoFile() })
}

/** An application as the applicant leaves it, with its licence: a draft, or submitted. */
export async function apply(
  services: Applying,
  facts: ApplicationFacts = applicationFacts(),
  { isSubmitted = true } = {},
): Promise<{ id: string; token: string; facts: ApplicationFacts }> {
  const started = await startApplication(services, facts, { address: '203.0.113.7', locale: 'zh' })
  if (!started.ok) throw new Error(started.code)
  const { token } = started.value
  const id = (await findApplicationId(services, token)) ?? ''
  const problem = await addApplicationDocument(services, id, await documentForm())
  if (problem) throw new Error(JSON.stringify(problem.errors))
  if (isSubmitted) {
    const submitted = await submitApplication(services, id)
    if (!submitted.ok) throw new Error(submitted.code)
  }
  return { id, token, facts }
}
