declare const scopeBrand: unique symbol

/**
 * One shopper's corner of the data: a guest by session, or a person by account. Only a session that was
 * looked up makes one (sessions.server.ts), so a view or command that takes it cannot be given a stranger's id.
 */
export type ShopperScope = {
  readonly [scopeBrand]: 'shopper'
  readonly sessionHash: string
  readonly shopperId: string | null
}

/** The same for somebody who has signed in. */
export type SignedInScope = ShopperScope & { readonly shopperId: string }

/** For sessions.server.ts and tests; routes ask platform/session.server.ts instead. */
export function makeShopperScope(session: { tokenHash: string; shopperId: string | null }): ShopperScope {
  return { sessionHash: session.tokenHash, shopperId: session.shopperId } as ShopperScope
}

export function isSignedIn(scope: ShopperScope | null): scope is SignedInScope {
  return scope?.shopperId != null
}
