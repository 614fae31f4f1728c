import { useFetcher } from '@remix-run/react'
import type { FormEvent, ReactNode } from 'react'
import { localPath } from '#app/kernel/locale.ts'
import { useLocale } from '#app/ui/use-locale.ts'

/** What the cart's action answers to `via=fetcher`; without it, it redirects to the cart, or on. */
export type AddToCartAnswer =
  | { ok: true; quantity: number; notice: string | null }
  | { ok: false; message: string }

/** State of one "add to cart": the latest answer, and whether one is under way. */
export function useAddToCart(key: string) {
  const fetcher = useFetcher<AddToCartAnswer>({ key: `add:${key}` })
  return { fetcher, answer: fetcher.data, isPending: fetcher.state !== 'idle' }
}

type AddToCartFormProps = {
  cart: ReturnType<typeof useAddToCart>
  /** Holds `sku`, and `quantity` where one is asked for. */
  children: ReactNode
  className?: string
}

/**
 * A plain form that posts to the cart. With JavaScript the page stays where it is; a submit button
 * with the value "buy" goes on to the checkout.
 */
export function AddToCartForm({ cart, children, className }: AddToCartFormProps) {
  const action = localPath(useLocale(), '/cart')

  function stayHere(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent
    if (submitter?.getAttribute('value') === 'buy') return
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    form.set('intent', 'add')
    form.set('via', 'fetcher')
    cart.fetcher.submit(form, { method: 'post', action })
  }

  return (
    <form method="post" action={action} onSubmit={stayHere} className={className}>
      {children}
    </form>
  )
}
