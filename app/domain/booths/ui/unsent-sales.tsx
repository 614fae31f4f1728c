import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useStaffMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { boothPath } from '../remembered-booth.ts'
import { SignInAgain } from './sign-in-again.tsx'
import { UploadButton } from './upload-button.tsx'
import { useKeptSales } from './use-kept-sales.ts'

type UnsentSalesProps = { fair: string; enterprise: string }

/**
 * What this phone sold at the booth and the ledger does not have: a close would not count it. Of any day, since the
 * phone's clock may be wrong. It goes up by itself as at the till, and the day is then read anew.
 */
export function UnsentSales({ fair, enterprise }: UnsentSalesProps) {
  const words = useStaffMessages().booths
  const t = words.day.unsent
  const sales = useKeptSales()
  const own = sales.kept?.filter((sale) => sale.fair === fair && sale.enterprise === enterprise) ?? []
  const waiting = own.filter(({ state }) => state === 'waiting').length
  const refused = own.filter(({ state }) => state === 'refused').length
  const sent = useReadAnewWhenLess(waiting)
  if (waiting + refused === 0)
    return sent > 0 ? (
      <Notice tone="success" role="status">
        {t.sent(sent)}
      </Notice>
    ) : null
  const obstacles: Partial<Record<string, string>> = words.sync.obstacles
  const obstacle = waiting > 0 ? obstacles[sales.uploaded.outcome] : undefined
  return (
    <>
      <Notice tone="warning" title={t.title(waiting + refused)} role="status">
        <p>{t.text}</p>
        {obstacle ? <p>{obstacle}</p> : null}
        {waiting > 0 ? (
          <div className="pt-1">
            <UploadButton {...sales} />
          </div>
        ) : null}
        {refused > 0 ? (
          <LocalLink
            to={boothPath({ fair, enterprise })}
            reloadDocument
            className="flex min-h-11 w-fit items-center underline underline-offset-4"
          >
            {t.refused(refused)}
          </LocalLink>
        ) : null}
      </Notice>
      <SignInAgain {...sales} />
    </>
  )
}

/** How many went up while the page was open. */
function useReadAnewWhenLess(waiting: number): number {
  const { revalidate } = useRevalidator()
  const before = useRef(waiting)
  const [sent, setSent] = useState(0)
  useEffect(() => {
    const less = before.current - waiting
    before.current = waiting
    if (less <= 0) return
    setSent((already) => already + less)
    revalidate()
  }, [waiting, revalidate])
  return sent
}
