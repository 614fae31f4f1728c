import { Form } from '@remix-run/react'
import { useMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { AddressView } from '../addresses.server.ts'
import { maskPhone } from '../phone.ts'

export function AddressList({ addresses }: { addresses: ReadonlyArray<AddressView> }) {
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {addresses.map((address) => (
        <Card as="li" key={address.id} className="grid content-between gap-3">
          <AddressText address={address} />
          <AddressActions address={address} />
        </Card>
      ))}
    </ul>
  )
}

function AddressText({ address }: { address: AddressView }) {
  const t = useMessages()
  const tags = { home: t.people.fields.tagHome, company: t.people.fields.tagCompany }
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-2">
        <span lang="zh-CN" className="font-medium">
          {address.recipient}
        </span>
        <span className="figures text-muted">{maskPhone(address.phone)}</span>
        {address.tag ? <Badge>{tags[address.tag]}</Badge> : null}
        {address.isDefault ? <Badge tone="cinnabar">{t.account.addresses.isDefault}</Badge> : null}
      </p>
      <p lang="zh-CN" className="text-sm text-muted">
        {address.region} {address.street} {address.detail}
      </p>
    </div>
  )
}

function AddressActions({ address: { id, recipient, isDefault } }: { address: AddressView }) {
  const t = useMessages()
  const words = t.account.addresses
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line pt-3">
      <ButtonLink
        to={`/account/addresses/${id}`}
        kind="secondary"
        size="small"
        aria-label={words.editLabel(recipient)}
      >
        {t.common.edit}
      </ButtonLink>
      {isDefault ? null : (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="id" value={id} />
          <Button
            name="intent"
            value="make-default"
            kind="quiet"
            size="small"
            aria-label={words.makeDefaultLabel(recipient)}
          >
            {words.makeDefault}
          </Button>
        </Form>
      )}
      <Form method="post" preventScrollReset className="ml-auto">
        <input type="hidden" name="id" value={id} />
        <Button
          name="intent"
          value="remove"
          kind="quiet"
          size="small"
          aria-label={words.removeLabel(recipient)}
        >
          {t.common.remove}
        </Button>
      </Form>
    </div>
  )
}
