import { cva, type VariantProps } from 'class-variance-authority'
import type { ReactNode } from 'react'

const look = cva('inline-flex items-center gap-1 break-keep wrap-normal rounded-sm px-2 text-xs leading-5', {
  variants: {
    tone: {
      plain: 'border border-line bg-card text-muted',
      hue: 'bg-hue-ground text-ink',
      millet: 'bg-millet-wash text-millet-deep',
      grass: 'bg-grass-wash text-grass',
      jade: 'bg-jade-wash text-jade',
      berry: 'bg-berry-wash text-berry',
      cinnabar: 'bg-cinnabar-wash text-cinnabar-deep',
    },
  },
  defaultVariants: { tone: 'plain' },
})

export function Badge({ tone, children }: VariantProps<typeof look> & { children: ReactNode }) {
  return <span className={look({ tone })}>{children}</span>
}
