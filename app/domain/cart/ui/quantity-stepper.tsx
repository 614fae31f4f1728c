import { useFetcher } from '@remix-run/react'
import { type FormEvent, useRef } from 'react'
import { localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { useFollowedValue } from '#app/ui/use-followed-value.ts'
import { useLocale } from '#app/ui/use-locale.ts'
import type { CartLineView } from '../cart-view.ts'
import { lineFetcherKey } from './line-keys.ts'

/**
 * Less, the number, more: three submit buttons of plain forms. With JavaScript each click is numbered, so that the
 * last one wins even when the network turns them round.
 */
export function QuantityStepper({ line }: { line: CartLineView }) {
  const t = useMessages().cart
  const fetcher = useFetcher({ key: lineFetcherKey(line.sku) })
  const counter = useRef(line.intent)
  const action = localPath(useLocale(), '/cart')
  const next = Math.max(counter.current, line.intent) + 1

  function submit(quantity: number) {
    counter.current = Math.max(counter.current, line.intent) + 1
    const fields = {
      intent: 'set',
      sku: line.sku,
      quantity: String(quantity),
      counter: String(counter.current),
    }
    // At once, so that the next click, however quick, counts on from this one.
    fetcher.submit(fields, { method: 'post', action, flushSync: true })
  }

  const isAtLeast = line.quantity <= line.minQuantity
  const isAtMost = line.quantity >= line.maxQuantity
  return (
    <form
      method="post"
      action={action}
      onSubmit={(event) => {
        event.preventDefault()
        const value = wantedOf(event)
        if (/^\d{1,4}$/.test(value) && Number(value) > 0) submit(Number(value))
      }}
      className="flex items-center rounded-full border border-line-deep bg-card"
    >
      <input type="hidden" name="intent" value="set" />
      <input type="hidden" name="sku" value={line.sku} />
      <input type="hidden" name="counter" value={next} />
      {/* Enter presses the first button of a form: this one, which takes the typed number. */}
      <button type="submit" className="sr-only" tabIndex={-1}>
        {t.update}
      </button>
      <StepButton
        icon="minus"
        label={t.less(line.title)}
        quantity={line.quantity - 1}
        isDisabled={isAtLeast}
      />
      <TypedQuantity line={line} submit={submit} />
      <StepButton icon="plus" label={t.more(line.title)} quantity={line.quantity + 1} isDisabled={isAtMost} />
    </form>
  )
}

/** The number of the button that was pressed, or what was typed. */
function wantedOf(event: FormEvent<HTMLFormElement>): string {
  const { submitter } = event.nativeEvent as SubmitEvent
  const field = event.currentTarget.elements.namedItem('typed')
  return submitter?.getAttribute('value') ?? (field instanceof HTMLInputElement ? field.value : '')
}

type TypedQuantityProps = { line: CartLineView; submit: (quantity: number) => void }

function TypedQuantity({ line, submit }: TypedQuantityProps) {
  return (
    <input
      ref={useFollowedValue(line.quantity)}
      name="typed"
      type="text"
      inputMode="numeric"
      pattern="[0-9]*"
      maxLength={4}
      defaultValue={line.quantity}
      aria-label={useMessages().cart.quantity(line.title)}
      onBlur={(event) => {
        const typed = Number(event.currentTarget.value)
        if (Number.isInteger(typed) && typed > 0 && typed !== line.quantity) submit(typed)
        else event.currentTarget.value = String(line.quantity)
      }}
      className="figures h-11 w-10 bg-transparent text-center"
    />
  )
}

type StepButtonProps = { icon: IconName; label: string; quantity: number; isDisabled: boolean }

/** Not `disabled`: a button that vanishes under the finger loses the keyboard's place. */
function StepButton({ icon, label, quantity, isDisabled }: StepButtonProps) {
  return (
    <button
      type="submit"
      name="quantity"
      value={quantity}
      aria-label={label}
      aria-disabled={isDisabled}
      onClick={(event) => {
        if (isDisabled) event.preventDefault()
      }}
      className="grid size-11 place-items-center rounded-full aria-disabled:text-line-deep aria-disabled:opacity-60"
    >
      <Icon name={icon} className="size-4" />
    </button>
  )
}
