import type { ReactNode } from 'react'
import { localPath } from '#app/kernel/locale.ts'
import { useLocale } from './use-locale.ts'

/** To a file: the browser fetches it, and stays on the page. */
export function FileLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a
      href={localPath(useLocale(), to)}
      download
      className="-mx-2 inline-flex min-h-11 items-center px-2 text-sm font-medium text-cinnabar underline-offset-4 hover:underline"
    >
      {children}
    </a>
  )
}
