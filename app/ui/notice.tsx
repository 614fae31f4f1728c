import { cva, type VariantProps } from 'class-variance-authority'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

const look = cva('flex items-start gap-3 rounded-md border p-4 text-sm', {
  variants: {
    tone: {
      information: 'border-jade/30 bg-jade-wash text-ink',
      success: 'border-grass/30 bg-grass-wash text-ink',
      warning: 'border-millet bg-millet-wash text-ink',
      danger: 'border-berry/30 bg-berry-wash text-ink',
    },
  },
  defaultVariants: { tone: 'information' },
})

const icons: Record<'information' | 'success' | 'warning' | 'danger', IconName> = {
  information: 'info',
  success: 'check',
  warning: 'alert',
  danger: 'alert',
}

type NoticeProps = VariantProps<typeof look> & {
  title?: string
  children?: ReactNode
  /** 'alert' interrupts a screen reader: only for what has just gone wrong. */
  role?: 'status' | 'alert'
  id?: string
}

export function Notice({ tone, title, children, role, id }: NoticeProps) {
  return (
    <div role={role} id={id} className={look({ tone })}>
      <Icon name={icons[tone ?? 'information']} className="mt-1 size-4 shrink-0" />
      <div className="grid gap-1">
        {title ? <p className="font-medium">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
