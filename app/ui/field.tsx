import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { useTypedText } from './use-typed-text.ts'

type FieldProps = {
  id: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  isOptional?: string | undefined
}

const control =
  'w-full rounded-sm border border-line-deep bg-card px-3 py-2 text-base min-h-11 placeholder:text-muted aria-invalid:border-berry'

/** Label above, hint and error beneath, both read out with the control. */
function Field({ id, label, hint, error, isOptional, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 content-start gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {isOptional ? <span className="ml-2 font-normal text-muted">{isOptional}</span> : null}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-sm text-berry">
          {error}
        </p>
      ) : null}
    </div>
  )
}

function described({ id, hint, error }: FieldProps) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { id, 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined }
}

export function InputField({
  label,
  hint,
  error,
  isOptional,
  id,
  ...rest
}: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const field = { id, label, hint, error, isOptional }
  return (
    <Field {...field}>
      <input className={control} {...rest} {...described(field)} />
    </Field>
  )
}

export function TextareaField({
  label,
  hint,
  error,
  isOptional,
  id,
  ...rest
}: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const field = { id, label, hint, error, isOptional }
  const keep = useTypedText(id)
  return (
    <Field {...field}>
      <textarea ref={keep} className={control} rows={3} {...rest} {...described(field)} />
    </Field>
  )
}

export function SelectField({
  label,
  hint,
  error,
  isOptional,
  id,
  children,
  ...rest
}: FieldProps & SelectHTMLAttributes<HTMLSelectElement>) {
  const field = { id, label, hint, error, isOptional }
  return (
    <Field {...field}>
      <select className={control} {...rest} {...described(field)}>
        {children}
      </select>
    </Field>
  )
}

type CheckboxFieldProps = { id: string; error?: string | undefined; children: ReactNode } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type'
>

/** One tick with its sentence beside it; the whole line can be touched. */
export function CheckboxField({ id, error, children, ...rest }: CheckboxFieldProps) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="flex min-h-11 items-start gap-3 py-2 text-sm">
        <input
          id={id}
          type="checkbox"
          className="mt-1 size-4 shrink-0 accent-cinnabar"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          {...rest}
        />
        <span>{children}</span>
      </label>
      {error ? (
        <p id={`${id}-error`} className="text-sm text-berry">
          {error}
        </p>
      ) : null}
    </div>
  )
}

type RadioCardProps = { id: string; title: ReactNode; children?: ReactNode } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'title'
>

/** A choice among few, as a card whose border says which one is taken. */
export function RadioCard({ id, title, children, ...rest }: RadioCardProps) {
  return (
    <label
      htmlFor={id}
      className="flex min-h-12 cursor-pointer items-start gap-3 rounded-md border border-line-deep bg-card p-3 has-checked:border-cinnabar has-checked:bg-cinnabar-wash has-focus-visible:outline-2 has-focus-visible:outline-cinnabar"
    >
      <input id={id} type="radio" className="mt-1 size-4 shrink-0 accent-cinnabar" {...rest} />
      <span className="grid gap-1">
        <span className="font-medium">{title}</span>
        {children ? <span className="text-sm text-muted">{children}</span> : null}
      </span>
    </label>
  )
}
