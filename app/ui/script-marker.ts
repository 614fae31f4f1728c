import { createContext, useContext } from 'react'

const ScriptMarkerContext = createContext<string | undefined>(undefined)

/** Set by the server's entry for one render; the browser has none. */
export const ScriptMarkerProvider = ScriptMarkerContext.Provider

/**
 * The nonce of Remix's own inline scripts. The server's entry blesses the scripts that carry it in the
 * content security policy by their hash, and takes it out: the finished page has no nonce and can be kept.
 */
export function useScriptMarker(): string | undefined {
  return useContext(ScriptMarkerContext)
}
