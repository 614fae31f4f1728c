import { Form, useLocation } from '@remix-run/react'
import { Fragment, type ReactNode } from 'react'
import { barePath } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'

type FilterFormProps = {
  /** The list is not the plain one: a link leads back to that. */
  isSet: boolean
  className?: string
  children: ReactNode
}

/** Above a list. What is chosen stands in the address, and the fields show what the address says. */
export function FilterForm({
  isSet,
  className = 'grid grid-cols-2 items-end gap-3 md:flex md:flex-wrap md:*:max-w-72',
  children,
}: FilterFormProps) {
  const t = useStaffMessages().staff.filters
  const { pathname, search } = useLocation()
  return (
    <Form className={className}>
      <Fragment key={search}>{children}</Fragment>
      <div className="flex flex-wrap gap-4">
        <Button kind="secondary">{t.apply}</Button>
        {isSet ? (
          <ButtonLink to={barePath(pathname)} kind="quiet">
            {t.clear}
          </ButtonLink>
        ) : null}
      </div>
    </Form>
  )
}
