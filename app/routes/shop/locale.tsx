import { Outlet } from '@remix-run/react'

/** Holds the optional language segment; the language itself is read from the URL. */
export default function Locale() {
  return <Outlet />
}
