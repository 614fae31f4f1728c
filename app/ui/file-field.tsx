import { useState } from 'react'
import { InputField } from './field.tsx'
import { useIsScripted } from './use-is-scripted.ts'

type FileFieldProps = Parameters<typeof InputField>[0] & {
  /** Said beside it when the form came back by a page that was loaded anew, which has lost what was chosen. */
  again: string | false | undefined
}

/** For an `UploadForm`, which loses nothing where a script runs. */
export function FileField({ again, error, ...rest }: FileFieldProps) {
  const isScripted = useIsScripted()
  // Also when a script runs on that page by now, until something is chosen again.
  const [isForgotten, setForgotten] = useState(!isScripted && Boolean(again))
  return (
    <InputField
      {...rest}
      type="file"
      error={error ?? ((isForgotten && again) || undefined)}
      onChange={() => setForgotten(false)}
    />
  )
}
