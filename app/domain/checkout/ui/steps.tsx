import { useMessages } from '#app/messages/messages.ts'

const steps = ['cart', 'confirm', 'pay', 'done'] as const

/** Where the order stands (E-Commerce Law article 50: the steps are told beforehand). */
export function Steps({ current }: { current: (typeof steps)[number] }) {
  const t = useMessages().checkout
  const reached = steps.indexOf(current)
  return (
    <nav aria-label={t.stepsLabel} className="pt-4">
      <ol className="flex flex-wrap items-center gap-2 text-sm">
        {steps.map((step, index) => (
          <li
            key={step}
            aria-current={step === current ? 'step' : undefined}
            className={`flex items-center gap-2 whitespace-nowrap ${step === current ? 'font-medium text-cinnabar' : index < reached ? 'text-ink' : 'text-muted'}`}
          >
            {index > 0 ? <span aria-hidden="true" className="h-px w-3 bg-line-deep sm:w-8" /> : null}
            {t.steps[step]}
          </li>
        ))}
      </ol>
    </nav>
  )
}
