import type { Translated } from '../translated.ts'
import type { StaffSms, staffSms as zh } from '../zh/staff-sms.ts'

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
  'application-link': ({ place, link }) =>
    `[Chifeng Good Products] The link to the application of ${place}, to follow, mend and send it: ${link}`,
  'application-approved': ({ place, link }) =>
    `[Chifeng Good Products] The application of ${place} is approved. Set up the owner's account within 72 hours: ${link}`,
  'enterprise-suspended': ({ place, link }) =>
    `[Chifeng Good Products] ${place} is suspended; what was sold must still be shipped. Read why: ${link}`,
  'enterprise-reinstated': ({ place, link }) => `[Chifeng Good Products] ${place} is on sale again: ${link}`,
  'listing-barred': ({ place, about, link }) =>
    `[Chifeng Good Products] The organizers took down “${about}” of ${place}; it is sold again once a change of it was reviewed. Read why: ${link}`,
  'bar-lifted': ({ place, about, link }) =>
    `[Chifeng Good Products] “${about}” of ${place}, which the organizers took down, may be published again: ${link}`,
  'goods-lapsed': ({ place, link }) =>
    `[Chifeng Good Products] Papers of ${place} have ended: goods were taken down, not published, or lost a mark. Please add new papers: ${link}`,
  'document-expiring': ({ place, days, link }) =>
    `[Chifeng Good Products] A document of ${place} ends within ${days} days; please upload the new one: ${link}`,
  'document-ending-today': ({ place, link }) =>
    `[Chifeng Good Products] A document of ${place} ends today and counts no more from tomorrow; please upload the new one today: ${link}`,
  'document-expired': ({ place, link }) =>
    `[Chifeng Good Products] A document of ${place} has expired; please upload the new one soon: ${link}`,
  'after-sale-requested': ({ about, until, link }) =>
    `[Chifeng Good Products] A buyer asks for after-sales on order ${about}; please answer by ${until}: ${link}`,
  'return-posted': ({ about, until, link }) =>
    `[Chifeng Good Products] The goods of order ${about} are on their way back; please refund by ${until}: ${link}`,
  'listing-returned': ({ about, link }) =>
    `[Chifeng Good Products] “${about}” was returned; please mend what the reviewer names: ${link}`,
  'listing-accepted': ({ about, until, link }) =>
    `[Chifeng Good Products] “${about}” is accepted, ${until ? `on sale from ${until}` : 'and on sale'}: ${link}`,
  'account-filed': ({ place, about, link }) =>
    `[Chifeng Good Products] A bank account ending in ${about} was filed for ${place} and waits for the organizers. If that was not you, tell them at once: ${link}`,
  'account-confirmed': ({ place, about, link }) =>
    `[Chifeng Good Products] The bank account of ${place} ending in ${about} is confirmed; statements are paid into it from now on: ${link}`,
  'account-returned': ({ place, about, link }) =>
    `[Chifeng Good Products] The bank account of ${place} ending in ${about} was returned; see why: ${link}`,
  morning: ({ place, waiting, link }) =>
    `[Chifeng Good Products] ${place} today: ${listWaiting(waiting).join(', ')}. ${link}`,
}

function listWaiting({ toShip, late, requests, invoices, closed, paid }: StaffSms['waiting']): Array<string> {
  return [
    toShip > 0 ? `${toShip} to ship${late > 0 ? ` (${late} late)` : ''}` : '',
    requests > 0 ? `${requests} after-sales to see to` : '',
    invoices > 0 ? `${invoices} invoices to issue` : '',
    closed > 0 ? 'the statement is closed' : '',
    paid > 0 ? 'the statement is paid' : '',
  ].filter(Boolean)
}
