import { isInstant, shanghaiMinute } from '#app/kernel/clock.ts'
import { fen, formatFen } from '#app/kernel/money.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Folded } from '#app/ui/folded.tsx'
import type { FieldChange } from '../audit.ts'

/** So many are seen at once; a whole draft that was discarded is opened by whoever wants it. */
const mostOpen = 6

export function ChangeTable({ changes }: { changes: ReadonlyArray<FieldChange> }) {
  const t = useStaffMessages().audit
  if (changes.length === 0) return null
  const rest = changes.slice(mostOpen)
  return (
    <div className="grid gap-1">
      <Rows changes={changes.slice(0, mostOpen)} />
      {rest.length > 0 ? (
        <Folded title={t.more(rest.length)}>
          <Rows changes={rest} />
        </Folded>
      ) : null}
    </div>
  )
}

/** The field, what it was, what it is: struck and underlined, and said in words. */
function Rows({ changes }: { changes: ReadonlyArray<FieldChange> }) {
  const t = useStaffMessages().audit
  const fieldName = useFieldName()
  const valueText = useValueText()
  return (
    <dl className="grid gap-1 text-sm">
      {changes.map(({ path, before, after }) => (
        <div
          key={path}
          className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-4 sm:grid-cols-[12rem_minmax(0,1fr)]"
        >
          <dt className="text-muted">{fieldName(path)}</dt>
          <dd className="figures break-words">
            {before === null ? null : (
              <del className="text-muted">
                <span className="sr-only">{t.was} </span>
                {valueText(path, before)}
              </del>
            )}
            {before === null ? null : <span aria-hidden="true"> → </span>}
            <ins className="no-underline">
              <span className="sr-only">{t.is} </span>
              {after === null ? t.nothing : valueText(path, after)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** `variants.0.priceFen` is 规格 1 价格. */
function useFieldName(): (path: string) => string {
  const { audit, listings, livestreams } = useStaffMessages()
  const words: Record<string, string> = {
    ...listings.fields,
    ...livestreams.fields,
    ...livestreams.metrics.fields,
    ...audit.fields,
  }
  return (path) =>
    path
      .split('.')
      .map((part) => words[part] ?? (/^\d+$/.test(part) ? String(Number(part) + 1) : part))
      .join(' ')
}

function useValueText(): (path: string, value: string) => string {
  const { audit, catalog, contracts, joining, shipping, staff } = useStaffMessages()
  const codes: Record<string, string> = {
    ...audit.fields,
    ...staff.roles,
    ...catalog.storage,
    ...shipping.list.stands,
    ...joining.documents.kinds,
    ...contracts.kinds,
    delivered: contracts.page.delivered,
    paid: contracts.page.paid,
    ...audit.codes,
  }
  return (path, value) => {
    if (path.endsWith('Fen') && /^-?\d{1,15}$/.test(value)) return formatFen(fen(Number(value)))
    if (isInstant(value)) return shanghaiMinute(new Date(value))
    return /(^|\.)(status|kind|role|pool|act|fields|stand|storage|is[A-Z]\w*)$/.test(path)
      ? (codes[value] ?? value)
      : value
  }
}
