import { useMemo, useState } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { useIsScripted } from '#app/ui/use-is-scripted.ts'
import { findCoded, isFoundBy, matchGoods } from '../match-goods.ts'
import type { TillStock } from '../open-till.server.ts'
import type { KeptSale } from '../phone/kept-sales.ts'
import { listOtherGoods } from '../phone/other-goods.ts'
import type { WeightUnit } from '../weight.ts'
import { ChangeTender } from './change-tender.tsx'
import { FindGoods } from './find-goods.tsx'
import { GoodsGrid } from './goods-grid.tsx'
import { KeptList } from './kept-list.tsx'
import { LastSale } from './last-sale.tsx'
import { SaleForm } from './sale-form.tsx'
import { SaleSheet } from './sale-sheet.tsx'
import { SyncBar } from './sync-bar.tsx'
import { thumbnailOf } from './thumbnail.ts'
import { useBoothWorker } from './use-booth-worker.ts'
import { type TillPage, useTill } from './use-till.ts'

type TillProps = TillPage & { unit: WeightUnit | null; formKey: string }

/** The till of a booth. With a script every sale is kept on the phone first, and uploaded when the network lets it. */
export function Till({ unit, formKey, ...page }: TillProps) {
  const t = useStaffMessages().booths
  const { stock } = page
  const isScripted = useIsScripted()
  const till = useTill(page)
  const { sales, sheet, changing } = till
  const [text, setText] = useState('')
  useBoothWorker(useMemo(() => picturesOf(stock), [stock]))

  function chooseCode(code: string) {
    const found = findCoded(stock.goods, code)
    if (found) till.choose(found.sku)
    setText(found ? '' : code)
  }
  const shown = matchGoods(stock.goods, text)
  const others = listOtherGoods(sales.kept ?? []).filter(({ name }) => isFoundBy(text, name))
  const open = stock.goods.find((goods) => goods.sku === sheet?.sku) ?? null
  return (
    <div className="grid grid-cols-1 gap-4">
      <SyncBar {...sales} />
      {sheet === null ? null : (
        <SaleSheet
          key={sheet.ref}
          title={open?.title ?? t.till.other}
          text={open?.label ?? t.till.otherLabel}
          onClose={till.close}
        >
          <SaleForm
            goods={open}
            measure={sheet.measure}
            unit={unit}
            typed={sheet.typed}
            names={namesOf(sales.kept)}
            districts={stock.districts}
            formKey={formKey}
            problem={till.failure}
            // The next buyer wants something else than what was looked for.
            {...(isScripted ? { onSubmit: async (event) => (await till.submit(event)) && setText('') } : {})}
          />
        </SaleSheet>
      )}
      {changing === null ? null : (
        <ChangeTender
          sale={changing}
          onChoose={(tender) => void till.changeTender(changing, tender)}
          onClose={() => till.setChanging(null)}
        />
      )}
      {isScripted ? <FindGoods text={text} onText={setText} onCode={chooseCode} /> : null}
      {shown.length + others.length === 0 ? (
        <p className="text-sm text-muted">{t.till.nothingFound}</p>
      ) : null}
      <GoodsGrid goods={shown} others={others} onChoose={till.choose} onChooseOther={till.chooseOther} />
      <KeptList kept={sales.kept} />
      <LastSale
        said={till.said}
        kept={sheet === null && changing === null ? sales.kept : null}
        onUndo={till.undo}
        onChange={till.setChanging}
      />
    </div>
  )
}

/** Of other goods that this phone has sold: the next one is spelt the same. */
function namesOf(kept: ReadonlyArray<KeptSale> | null): Array<string> {
  return [...new Set(kept?.flatMap(({ goodsName }) => goodsName || []))]
}

function picturesOf({ goods }: TillStock): Array<string> {
  return goods.flatMap(({ pictureKey }) => (pictureKey ? [thumbnailOf(pictureKey)] : []))
}
