import { useEffect, useRef } from 'react'

/**
 * For a field that people type into and that the page sets, too: it takes a new `value` when there is one, keeps the
 * keyboard's place, and keeps what was typed before the scripts had come.
 */
export function useFollowedValue(value: number) {
  const field = useRef<HTMLInputElement>(null)
  const followed = useRef(value)
  useEffect(() => {
    if (field.current && followed.current !== value) field.current.value = String(value)
    followed.current = value
  }, [value])
  return field
}
