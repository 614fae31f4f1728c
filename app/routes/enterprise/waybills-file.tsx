import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { takeWaybills, waybillsSchema } from '#app/domain/shipping/waybills.server.ts'
import { formTexts, parseForm } from '#app/kernel/form.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { messagesFor } from '#app/messages/messages.server.ts'
import { requireTurn } from '#app/platform/require-turn.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { fileAnswer, formatOf } from '#app/platform/sheets/file-answer.server.ts'
import { writeSheet } from '#app/platform/sheets/write-sheet.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'

/** Nothing to look at: whoever comes here by hand is led to the page that asks why. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { slug } = await requireEnterprise(request, params.enterprise, 'ship-orders')
  return redirect(localPath(localeOf(new URL(request.url).pathname), `/enterprise/${slug}/orders/waybills`))
}

/** A form and no link, for it leaves rows in the audit. */
export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'ship-orders')
  const format = formatOf(params.file, 'waybills')
  if (!format) throw new Response(null, { status: 404 })
  const form = await request.formData()
  const locale = localeOf(new URL(request.url).pathname)
  const page = localPath(locale, `/enterprise/${scope.slug}/orders/waybills`)
  const parsed = parseForm(waybillsSchema, form)
  if (!parsed.ok) return redirect(page + asked(form, parsed.errors.reason ?? 'reason-needed'))
  await requireTurn('take-waybills:enterprise', scope.slug)
  const t = messagesFor(locale)
  const { title: name, headings } = t.shipping.waybills
  const words = { name, headings, goods: t.shipping.list.units, storage: t.catalog.storage }
  const asks = {
    numbers: formTexts(form, 'order'),
    reason: parsed.value.reason,
  }
  const taken = await takeWaybills(getServices(), scope, locale, words, asks)
  if (!taken.ok) return redirect(page + asked(form, taken.code))
  return fileAnswer(`waybills.${format}`, await writeSheet(format, taken.value))
}

/** The address of the page as it was, with what was wrong. */
function asked(form: FormData, failure: string): string {
  const query = new URLSearchParams(String(form.get('back') ?? ''))
  query.set('failure', failure)
  return `?${query}`
}
