import { useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useMessages } from '#app/messages/messages.ts'

const patience = 300

/** While the next page, or the answer to a form, is on its way: a thin bar, once it takes longer than a blink. */
export function NavigationBar() {
  const { loading } = useMessages().common
  const isBusy = useNavigation().state !== 'idle'
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isBusy) return
    const timer = setTimeout(() => setLate(true), patience)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isBusy])
  return (
    <div aria-live="polite" className="fixed inset-x-0 top-0 z-50">
      {isLate ? (
        <p className="waiting h-1">
          <span className="sr-only">{loading}</span>
        </p>
      ) : null}
    </div>
  )
}
