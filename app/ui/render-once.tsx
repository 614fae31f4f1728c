import { type ComponentType, createContext, type ReactElement, type ReactNode, useContext } from 'react'

/** Puts the part that is known by `key` into the page, or renders and remembers it. */
type MarkupKeeper = (key: string, render: () => ReactElement) => ReactNode

const MarkupKeeperContext = createContext<MarkupKeeper | null>(null)

/** Set by the server's entry for one render; the browser has none. */
export const MarkupKeeperProvider = MarkupKeeperContext.Provider

type Json =
  | string
  | number
  | boolean
  | null
  | undefined
  | ReadonlyArray<Json>
  | { readonly [name: string]: Json }

/**
 * A component that many pages have in common: the server renders it once for the same props and language, not once a
 * page (docs/decisions/0006). It renders one element, alone in its parent, from its props alone: nothing of the
 * address but the language, and no `useId`, which follows from the place in the page.
 */
export function renderOnce<Props extends { readonly [name: string]: Json }>(
  name: string,
  Component: ComponentType<Props>,
): ComponentType<Props> {
  return function RenderOnce(props) {
    const keep = useContext(MarkupKeeperContext)
    const element = <Component {...props} />
    return keep ? keep(`${name}:${JSON.stringify(props)}`, () => element) : element
  }
}
