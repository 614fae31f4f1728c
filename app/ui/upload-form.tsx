import { Form } from '@remix-run/react'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { FormState } from '#app/kernel/form.ts'
import { largestUpload } from '#app/kernel/upload-limit.ts'
import { Notice } from './notice.tsx'
import { useLedFocus } from './use-led-focus.ts'

type UploadFormProps = {
  /** What was wrong with it last time. */
  state: FormState | undefined
  /** Said of files that the host would not take. */
  tooLarge: string | undefined
  children: ReactNode
}

/**
 * A form with files. With a script it is sent without leaving the page: what was chosen stays chosen while something else
 * is mended, and what is too large is said before it has travelled. Without one the host says so, by a page of its own.
 */
export function UploadForm({ state, tooLarge, children }: UploadFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [isTooLarge, setTooLarge] = useState(false)
  useLedFocus(state, () => form.current?.querySelector<HTMLElement>('[aria-invalid=true]'))
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const isBeyond = sizeOf(new FormData(event.currentTarget)) > largestUpload
    setTooLarge(isBeyond)
    if (isBeyond) event.preventDefault()
  }
  return (
    <Form
      ref={form}
      method="post"
      encType="multipart/form-data"
      noValidate
      onSubmit={onSubmit}
      className="grid grid-cols-1 gap-4"
    >
      {isTooLarge ? (
        <Notice tone="danger" role="alert">
          {tooLarge}
        </Notice>
      ) : null}
      {children}
    </Form>
  )
}

function sizeOf(form: FormData): number {
  let size = 0
  for (const part of form.values()) size += part instanceof File ? part.size : 0
  return size
}
