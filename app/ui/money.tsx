import { type Fen, formatFen } from '#app/kernel/money.ts'

const sizes = { small: 'text-sm', medium: 'text-base', large: 'text-xl', huge: 'text-2xl' } as const

/** A price: the sign small, the yuan large, the fen as they are. Screen readers get it in one piece. */
export function Money({
  amount,
  size = 'medium',
  className = '',
}: {
  amount: Fen
  size?: keyof typeof sizes
  className?: string
}) {
  const text = formatFen(amount)
  const [sign = '', rest = ''] = text.split('¥')
  return (
    <span className={`figures whitespace-nowrap font-medium ${sizes[size]} ${className}`}>
      {sign}
      <span className="text-[0.8em]">¥</span>
      {rest}
    </span>
  )
}

/** An earlier price that the history holds (划线价); `label` says so to a screen reader. */
export function WasPrice({ amount, label }: { amount: Fen; label: string }) {
  return (
    <s className="figures text-sm text-muted">
      <span className="sr-only">{label} </span>
      {formatFen(amount)}
    </s>
  )
}
