import { hash, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { keepRequestPhotos } from '#app/domain/after-sales/keep-photos.server.ts'
import { codeLength } from '#app/domain/certificates/certificate.ts'
import { submitContract } from '#app/domain/contracts/contract-forms.server.ts'
import { addEnterpriseDocument } from '#app/domain/enterprises/enterprise-documents.server.ts'
import { addDocument } from '#app/domain/exhibitions/documents.server.ts'
import { deliverOutbox } from '#app/domain/notifications/deliver-outbox.server.ts'
import { freezeFigure } from '#app/domain/reports/freeze-figure.server.ts'
import { keepReviewPhotos } from '#app/domain/reviews/keep-photos.server.ts'
import { periodOf } from '#app/domain/settlements/period.ts'
import { findEnterpriseScope, findOrganizerScope } from '#app/domain/staff/find-scope.server.ts'
import { inviteMember } from '#app/domain/staff/invite.server.ts'
import { hashPassword } from '#app/domain/staff/passwords.server.ts'
import type { OrganizerRole, Role } from '#app/domain/staff/roles.ts'
import {
  type EnterpriseScope,
  makeStaffScope,
  type OrganizerScope,
  type StaffScope,
} from '#app/domain/staff/scope.ts'
import { openStaffSession } from '#app/domain/staff/sessions.server.ts'
import { type Clock, shanghaiDay } from '#app/kernel/clock.ts'
import { randomToken, readableCode, timeOrderedId } from '#app/kernel/ids.ts'
import type { Database } from '#app/platform/db.server.ts'
import { linkToken } from '#app/platform/link-token.server.ts'
import { keepPrivatePaper } from '#app/platform/private-files.server.ts'
import { applicationFacts, apply, documentForm } from './applications.ts'
import { contractPaper } from './contracts.ts'
import { soundDraft, soundVariant } from './drafts.ts'
import { createFair, fairPaper } from './fairs.ts'
import { formOf } from './forms.ts'
import { samplePaper } from './papers.ts'
import { phonePhoto } from './photos.ts'

export const staffPassword = 'a long enough password'
let passwordHash: Promise<string> | undefined

type Place = { enterpriseId?: number; divisionCode?: string }

/** Somebody with one role, and a session of theirs. */
export async function createStaff(db: Database, role: Role, place: Place = {}): Promise<StaffScope> {
  passwordHash ??= hashPassword(staffPassword)
  const now = new Date()
  const login = `${role}-${randomBytes(4).toString('hex')}`
  const staff = await db.staff.create({
    data: {
      id: timeOrderedId(now),
      login,
      name: login,
      passwordHash: await passwordHash,
      createdAt: now,
      memberships: {
        create: {
          role,
          enterpriseId: place.enterpriseId ?? null,
          divisionCode: place.divisionCode ?? null,
          createdAt: now,
        },
      },
      sessions: {
        create: {
          tokenHash: randomBytes(16).toString('hex'),
          isVerified: true,
          device: 'test',
          createdAt: now,
          seenAt: now,
          expiresAt: new Date(now.getTime() + 3_600_000),
        },
      },
    },
    include: { sessions: true },
  })
  return makeStaffScope({
    staffId: staff.id,
    sessionId: staff.sessions[0]?.id ?? '',
    login,
    name: staff.name,
  })
}

/** What the addresses of staff pages are filled with: see tests/support/routes.ts. */
export type DeskKnown = Record<
  | 'application'
  | 'applicationId'
  | 'article'
  | 'certificate'
  | 'contract'
  | 'document'
  | 'fairDocument'
  | 'figure'
  | 'import'
  | 'invitation'
  | 'invoice'
  | 'invoiced'
  | 'listing'
  | 'livestream'
  | 'order'
  | 'ownDocument'
  | 'period'
  | 'platformImport'
  | 'request'
  | 'requestPhoto'
  | 'reset'
  | 'reviewPhoto'
  | 'sku'
  | 'statement'
  | 'submission',
  string
>
export type Desk = { cookie: string; known: DeskKnown }

/**
 * Somebody who owns the enterprise and organizes for the whole city, by their cookie: every page opens for them. And
 * one of each thing that a staff page shows.
 */
export async function openEveryDesk(services: DeskServices, enterpriseSlug: string): Promise<Desk> {
  const { db, clock } = services
  const { id: enterpriseId, divisionCode } = await db.enterprise.findUniqueOrThrow({
    where: { slug: enterpriseSlug },
  })
  const owner = await createMember(db, enterpriseId, 'owner')
  const { staffId } = owner.staff
  await db.membership.create({ data: { staffId, role: 'city-organizer', createdAt: clock.now() } })
  const session = { staffId, isVerified: true, device: 'test' }
  const { number } = await db.order.findFirstOrThrow({ where: { enterpriseId, group: { status: 'paid' } } })
  const application = await apply(services, applicationFacts({ divisionCode }))
  const document = await db.enterpriseDocument.findFirstOrThrow({ where: { applicationId: application.id } })
  const variant = await db.variant.findFirstOrThrow({ where: { enterpriseId }, orderBy: { id: 'asc' } })
  return {
    cookie: `staff=${await openStaffSession(db, clock, session)}`,
    known: {
      import: await writeImport(services, owner),
      invitation: await openInvitation(services, owner),
      ...(await writeInvoice(services, owner, number)),
      order: number,
      ...(await escalateRequest(services, number)),
      reset: await openReset(services, staffId),
      reviewPhoto: await openReviewPhoto(services, enterpriseId),
      listing: await writeListing(services, enterpriseId, 'draft'),
      submission: await writeListing(services, enterpriseId, 'submitted'),
      sku: variant.sku,
      article: variant.articleNumber,
      application: application.token,
      certificate: await writeCertificate(services.db),
      contract: await openContract(services, owner),
      figure: await openFigure(services),
      ...(await openLivestream(services, staffId)),
      applicationId: application.id,
      document: document.id,
      fairDocument: await openFairDocument(services),
      ownDocument: await openDocument(services, owner),
      period: periodOf(shanghaiDay(clock.now())),
      statement: await writeStatement(services, owner),
    },
  }
}

/** Of a review that is hidden: only who moderates may see it. */
async function openReviewPhoto({ db, clock, env }: DeskServices, enterpriseId: number): Promise<string> {
  const { keys } = await keepReviewPhotos(env.DATA_DIR, [new File([await phonePhoto()], 'photo.jpg')])
  const { id: productId } = await db.product.findFirstOrThrow({ where: { enterpriseId } })
  const review = { productId, authorName: '赵**', rating: 1, body: '袋子破了', status: 'hidden' }
  await db.review.create({ data: { ...review, photos: keys, createdAt: clock.now() } })
  return keys[0]!
}

async function writeImport(
  { db, clock }: DeskServices,
  { enterpriseId, staff }: EnterpriseScope,
): Promise<string> {
  const { id } = await db.importJob.create({
    data: {
      enterpriseId,
      staffId: staff.staffId,
      fileName: '2026-11',
      fileKey: 'none',
      status: 'checked',
      totalRows: 1,
      faultyRows: 1,
      columns: { headings: ['1', '2'], mapping: { '1': 'variant.sku', '2': 'variant.priceFen' } },
      createdAt: clock.now(),
      rows: {
        create: {
          row: 2,
          value: {},
          problems: [{ row: 2, column: 'variant.priceFen', code: 'not-a-price', value: '9.9.9' }],
          outcome: 'faulty',
        },
      },
    },
  })
  return id
}

type DeskServices = Parameters<typeof apply>[0] & { db: Database; clock: Clock }

async function openInvitation(services: DeskServices, owner: EnterpriseScope): Promise<string> {
  await inviteMember(services, owner, { role: 'shipper', name: '孟和', phone: '13900000000', locale: 'zh' })
  const { id } = await services.db.invitation.findFirstOrThrow({
    where: { enterpriseId: owner.enterpriseId },
    orderBy: { createdAt: 'desc' },
  })
  return linkToken(services.env.SESSION_SECRET, 'invitation', id)
}

async function writeListing(
  { db, clock }: DeskServices,
  enterpriseId: number,
  status: string,
): Promise<string> {
  const now = clock.now()
  const draft = soundDraft({
    titleEn: 'Aohan millet',
    descriptionEn: 'One harvest a year from dry slopes.',
    variants: [soundVariant({ labelEn: '500 g bag' })],
  })
  const { id } = await db.listing.create({
    data: {
      id: timeOrderedId(now),
      enterpriseId,
      draft,
      title: draft.title,
      status,
      submittedAt: status === 'submitted' ? now : null,
      createdAt: now,
      updatedAt: now,
    },
  })
  return id
}

async function openDocument(services: DeskServices, owner: EnterpriseScope): Promise<string> {
  const problem = await addEnterpriseDocument(services, owner, await documentForm())
  if (problem) throw new Error(JSON.stringify(problem.errors))
  const { id } = await services.db.enterpriseDocument.findFirstOrThrow({
    where: { enterpriseId: owner.enterpriseId },
    orderBy: { createdAt: 'desc' },
  })
  return id
}

/** One with a product, and a file whose columns nobody knows. */
async function openLivestream({ db, clock }: DeskServices, staffId: string) {
  const now = clock.now()
  const product = await db.product.findFirstOrThrow({ where: { status: 'published' } })
  const { slug } = await db.livestream.create({
    data: {
      slug: `live-${randomBytes(4).toString('hex')}`,
      title: '开播测试',
      titleEn: 'A livestream',
      host: '小满',
      startsAt: now,
      endsAt: new Date(now.getTime() + 3_600_000),
      metrics: { payFen: 100_00, views: 10 },
      products: { create: { productId: product.id } },
      enterprises: { create: { enterpriseId: product.enterpriseId } },
    },
  })
  const { id } = await db.platformImport.create({
    data: {
      staffId,
      fileName: '2026-11.csv',
      fileKey: 'none',
      sha256: '0',
      columns: { headings: ['1', '2'], mapping: {} },
      faultyRows: 1,
      problems: [{ row: 2, column: '1', value: '9.9.9', code: 'not-an-amount' }],
      createdAt: now,
    },
  })
  return { livestream: slug, platformImport: id }
}

/** Of a month before the first order: nothing is in it. */
async function writeStatement(
  { db, clock }: DeskServices,
  { enterpriseId, staff }: EnterpriseScope,
): Promise<string> {
  const sums = { itemsFen: 0, shippingFen: 0, refundsFen: 0, feeFen: 0, netFen: 0 }
  const month = { enterpriseId, period: '2024-01' }
  const closed = { ...month, ...sums, closedAt: clock.now(), closedBy: staff.staffId }
  const { id } = await db.statement.upsert({
    where: { enterpriseId_period: month },
    create: closed,
    update: {},
  })
  return id
}

async function openContract(
  services: DeskServices & Parameters<typeof submitContract>[0],
  owner: EnterpriseScope,
): Promise<string> {
  const city = await createOrganizer(services.db)
  const submitted = await submitContract(services, city, contractPaper(owner.slug))
  if ('state' in submitted) throw new Error(JSON.stringify(submitted.state.errors))
  return submitted.id
}

/** Of a district, for two divisions. */
async function writeCertificate(db: Database): Promise<string> {
  const code = readableCode(codeLength)
  await db.purchaseCertificate.create({
    data: {
      code,
      kind: 'district',
      subject: '海淀区',
      districtCode: '110108',
      startsOn: new Date('2026-11-23'),
      endsOn: new Date('2026-11-27'),
      amountFen: 300_000n,
      divisions: { '150430': '200000', '150426': '100000' },
      issuedBy: '高远',
      issuedAt: new Date('2026-11-28T02:00:00Z'),
    },
  })
  return code
}

/** Issued for that order, with its paper. */
async function writeInvoice(
  { db, clock, env }: DeskServices,
  { enterpriseId, staff }: EnterpriseScope,
  number: string,
): Promise<{ invoice: string; invoiced: string }> {
  const order = await db.order.findUniqueOrThrow({ where: { number }, include: { group: true } })
  const paper = await keepPrivatePaper(env.DATA_DIR, samplePaper())
  if (!paper.ok) throw new Error(paper.code)
  const issued = {
    status: 'issued',
    sequence: 9_001,
    number: '24112000000012345678',
    fileKey: paper.value.key,
    issuedAt: clock.now(),
    issuedBy: staff.staffId,
  }
  const { id } = await db.invoice.upsert({
    where: { orderId: order.id },
    create: {
      orderId: order.id,
      enterpriseId,
      amountFen: order.totalFen,
      requestedAt: clock.now(),
      ...issued,
    },
    update: issued,
  })
  return { invoice: id, invoiced: order.group.token }
}

async function openFairDocument(services: DeskServices): Promise<string> {
  const fair = await ownFair(services.db)
  const state = await addDocument(services, await createOrganizer(services.db), fair, fairPaper())
  if (state) throw new Error(JSON.stringify(state.errors))
  const { id } = await services.db.exhibitionDocument.findFirstOrThrow({
    where: { exhibitionId: fair.id },
    orderBy: { recordedAt: 'desc' },
  })
  return id
}

/** The demonstration's, or one in its place. */
async function ownFair(db: Database): Promise<{ id: number; slug: string }> {
  const where = { slug: 'beijing-2026' }
  return (await db.exhibition.findUnique({ where })) ?? (await createFair(db, where))
}

async function openFigure(services: DeskServices & { pool: Pool }): Promise<string> {
  const fair = await ownFair(services.db)
  const form = formOf({ key: timeOrderedId(services.clock.now()), label: '2026', cutOff: '2026-11-21T18:00' })
  const frozen = await freezeFigure(services, await createOrganizer(services.db), fair, form)
  if (!frozen.ok) throw new Error(JSON.stringify(frozen.detail.errors))
  return frozen.value.id
}

async function openReset({ db, clock }: DeskServices, staffId: string): Promise<string> {
  const token = randomToken()
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + 1_800_000)
  const tokenHash = hash('sha256', token)
  await db.passwordReset.create({ data: { tokenHash, staffId, createdAt: now, expiresAt } })
  return token
}

/** A request about an order that the enterprise did not answer: it is on its own page, and on the organizers'. */
async function escalateRequest({ db, clock, env }: DeskServices, orderNumber: string) {
  const line = await db.orderLine.findFirstOrThrow({
    where: { order: { number: orderNumber } },
    include: { order: true },
  })
  const now = clock.now()
  const request = {
    orderLineId: line.id,
    enterpriseId: line.order.enterpriseId,
    kind: 'return-and-refund',
    reason: 'damaged',
    body: '收到时袋子破了',
  }
  const { keys } = await keepRequestPhotos(env.DATA_DIR, [new File([await phonePhoto()], 'photo.jpg')])
  const { id } = await db.afterSale.create({
    data: { ...request, photos: keys, quantity: 1, createdAt: now, deadlineAt: now, escalatedAt: now },
  })
  return { request: id, requestPhoto: keys[0]! }
}

export async function createMember(
  db: Database,
  enterpriseId: number,
  role: 'owner' | 'editor' | 'shipper' = 'owner',
): Promise<EnterpriseScope> {
  const staff = await createStaff(db, role, { enterpriseId })
  const { slug } = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } })
  const scope = await findEnterpriseScope(db, staff, slug)
  if (!scope) throw new Error('no membership')
  return scope
}

export async function createOrganizer(
  db: Database,
  role: OrganizerRole = 'city-organizer',
  divisionCode?: string,
): Promise<OrganizerScope> {
  const staff = await createStaff(db, role, divisionCode ? { divisionCode } : {})
  const scope = await findOrganizerScope(db, staff)
  if (!scope) throw new Error('no membership')
  return scope
}

/** The path of the link that was last sent to a phone, once everything due is delivered. */
export async function readLink(
  services: Parameters<typeof deliverOutbox>[0] & { db: Database },
  phone: string,
): Promise<string> {
  await deliverOutbox(services)
  const message = await services.db.smsMessage.findFirstOrThrow({ where: { phone }, orderBy: { id: 'desc' } })
  const link = /http\S+?(?=[，。,;\s]|$)/.exec(message.body)?.[0]
  if (!link) throw new Error('no link in the message')
  return new URL(link).pathname
}
