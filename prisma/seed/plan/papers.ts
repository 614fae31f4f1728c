import type { BatchPaper } from '#app/domain/catalog/label.ts'
import { day, shanghaiDay } from '#app/kernel/clock.ts'
import { divisionTexts } from '../data/divisions.ts'
import type { Random } from '../random.ts'
import type { EnterprisePlan } from './enterprises.ts'
import type { Speciality } from './specialities.ts'

export type BatchPlan = { code: string; producedOn: string; expiresOn: string; papers: Array<BatchPaper> }

/** Only a part of the sellers may show the mark; the number names nobody real. */
export function planGiAuthorisation(
  speciality: Speciality,
  enterprise: EnterprisePlan,
  random: Random,
): string | null {
  const isAuthorised = random.chance(0.55)
  if (!speciality.giName || !isAuthorised) return null
  return `演示授权-${speciality.id}-${String(enterprise.id).padStart(3, '0')}`
}

export function planCertificates(
  speciality: Speciality,
  isGiAuthorised: boolean,
  random: Random,
): Array<string> {
  const isFarmed = ['grain', 'produce', 'fungi'].includes(speciality.category)
  const isHeritage = speciality.category === 'craft' && speciality.keywords.includes('非遗')
  return [
    ...(isFarmed && random.chance(0.16) ? ['green'] : []),
    ...(speciality.name.includes('有机') ? ['organic'] : []),
    ...(isGiAuthorised ? ['gi'] : []),
    ...(random.chance(0.3) ? ['assistance'] : []),
    ...(isHeritage ? ['heritage'] : []),
  ]
}

/** The batch on sale and its papers: farm produce and meat must have them, of the rest a part shows them. */
export function planBatch(
  productId: number,
  speciality: Speciality,
  enterprise: EnterprisePlan,
  random: Random,
  now: Date,
): BatchPlan | null {
  if (speciality.category === 'craft') return null
  const mustHave = speciality.needsQuarantine || speciality.needsQualified
  if (!mustHave && !random.chance(0.65)) return null
  const freshest = Math.max(1, Math.floor(speciality.shelfLifeDays / 8))
  const producedAt = now.getTime() - random.between(1, Math.min(90, freshest)) * day
  const producedOn = isoDay(producedAt)
  return {
    code: `${producedOn.replaceAll('-', '')}-${String(productId).padStart(4, '0')}`,
    producedOn,
    expiresOn: isoDay(producedAt + speciality.shelfLifeDays * day),
    papers: papersOf(speciality, enterprise, productId, producedOn),
  }
}

function papersOf(
  speciality: Speciality,
  enterprise: EnterprisePlan,
  productId: number,
  issuedOn: string,
): Array<BatchPaper> {
  const place = divisionTexts.find(({ code }) => code === enterprise.divisionCode)?.name ?? ''
  const paper = (kind: BatchPaper['kind'], mark: string, issuer: string): BatchPaper => ({
    kind,
    number: `演示-${mark}-${String(productId).padStart(5, '0')}`,
    issuer,
    issuedOn,
    expiresOn: null,
  })
  if (speciality.needsQuarantine) {
    return [
      paper('quarantine', 'A', `${place}动物卫生监督机构（演示）`),
      paper('meat-quality', 'P', `${enterprise.name}屠宰检验`),
    ]
  }
  if (speciality.needsQualified) return [paper('quality-certificate', 'H', enterprise.name)]
  return [paper('inspection', 'J', `${enterprise.name}出厂检验`)]
}

function isoDay(instant: number): string {
  return shanghaiDay(new Date(instant))
}
