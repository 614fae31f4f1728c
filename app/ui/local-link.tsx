import { Link, type LinkProps } from '@remix-run/react'
import { localPath } from '#app/kernel/locale.ts'
import { useLocale } from './use-locale.ts'

type LocalLinkProps = Omit<LinkProps, 'to'> & {
  /** The Chinese path, '/cart'; it leads to the page in the reader's language. */
  to: string
}

export function LocalLink({ to, ...rest }: LocalLinkProps) {
  return <Link to={localPath(useLocale(), to)} {...rest} />
}
