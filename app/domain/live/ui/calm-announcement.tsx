import { useEffect, useRef, useState } from 'react'

const calm = 30_000

/** Read out to who does not see the screen, at most twice a minute, however often the figures change; not at the start. */
export function CalmAnnouncement({ text }: { text: string }) {
  const latest = useRef(text)
  latest.current = text
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = window.setInterval(() => setSaid(latest.current), calm)
    return () => window.clearInterval(timer)
  }, [])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}
