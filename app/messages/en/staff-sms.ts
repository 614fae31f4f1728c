import type { Translated } from '../translated.ts'
import type { staffSms as zh } from '../zh/staff-sms.ts'

export const staffSms: Translated<typeof zh> = {
  invitation: ({ place, link }) =>
    `[Chifeng Good Products] ${place} invites you to its desk. The link works once, within 72 hours: ${link}`,
  'password-reset': ({ link }) =>
    `[Chifeng Good Products] Set a new staff password: ${link}, valid for 30 minutes. If you did not ask for it, ignore this.`,
  'second-step-reset': ({ link }) =>
    `[Chifeng Good Products] The organizers have reset your second step; set it up anew when you next sign in: ${link}. If in doubt, ask them.`,
  'application-started': ({ place, link }) =>
    `[Chifeng Good Products] The application of ${place} is saved. Go on with it, or follow it: ${link}`,
  'application-returned': ({ place, link }) =>
    `[Chifeng Good Products] The application of ${place} needs mending; read why, and send it again: ${link}`,
  'application-rejected': ({ place, link }) =>
    `[Chifeng Good Products] The application of ${place} was not approved; read why: ${link}`,
  'application-approved': ({ place, link }) =>
    `[Chifeng Good Products] The application of ${place} is approved. Set up the owner's account within 72 hours: ${link}`,
  'enterprise-suspended': ({ place, link }) =>
    `[Chifeng Good Products] ${place} is suspended; what was sold must still be shipped. Read why: ${link}`,
  'enterprise-reinstated': ({ place, link }) => `[Chifeng Good Products] ${place} is on sale again: ${link}`,
  'document-expiring': ({ place, days, link }) =>
    `[Chifeng Good Products] A document of ${place} ends within ${days} days; please upload the new one: ${link}`,
  'document-expired': ({ place, link }) =>
    `[Chifeng Good Products] A document of ${place} has expired; please upload the new one soon: ${link}`,
}
