import { cva, type VariantProps } from 'class-variance-authority'
import type { ButtonHTMLAttributes } from 'react'
import { LocalLink } from './local-link.tsx'

const look = cva(
  'inline-flex items-center justify-center gap-2 rounded-full text-center font-medium transition-colors duration-150 ease-calm disabled:opacity-60 aria-disabled:opacity-60',
  {
    variants: {
      kind: {
        primary: 'bg-cinnabar text-white hover:bg-cinnabar-deep',
        secondary: 'border border-line-deep bg-card text-ink hover:border-ink',
        // Its words end where those above and beneath it do; the finger's place reaches beyond.
        quiet: 'px-2! text-cinnabar first:-ml-2 last:-mr-2 underline-offset-4 hover:underline',
        danger: 'border border-berry bg-card text-berry hover:bg-berry-wash',
      },
      size: {
        large: 'min-h-12 px-6 text-base',
        medium: 'min-h-11 px-4 text-sm',
        small: 'min-h-11 px-3 text-sm md:min-h-8',
      },
      wide: { true: 'w-full', false: '' },
    },
    defaultVariants: { kind: 'primary', size: 'medium', wide: false },
  },
)

type Look = VariantProps<typeof look>

export function Button({
  kind,
  size,
  wide,
  className,
  type = 'submit',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & Look) {
  return <button type={type} className={look({ kind, size, wide, className })} {...rest} />
}

export function ButtonLink({ kind, size, wide, className, ...rest }: Parameters<typeof LocalLink>[0] & Look) {
  return <LocalLink className={look({ kind, size, wide, className })} {...rest} />
}
