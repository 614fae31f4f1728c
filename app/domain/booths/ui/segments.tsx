import type { ReactNode } from 'react'

const look =
  'flex min-h-12 cursor-pointer items-center justify-center rounded-full border border-line-deep text-base font-medium'
const chosen = 'border-cinnabar bg-cinnabar-wash text-cinnabar-deep'

type Choice<Value extends string> = { value: Value; title: string }

type SegmentsProps<Value extends string> = {
  name: string
  legend: string
  choices: ReadonlyArray<Choice<Value>>
  value: Value
  onChoose: (value: Value) => void
}

/** One of two or three, side by side, each as high as a thumb; a field of the form also where no script runs. */
export function Segments<Value extends string>({ name, legend, choices, ...rest }: SegmentsProps<Value>) {
  const { value: current, onChoose } = rest
  return (
    <Row legend={legend}>
      {choices.map(({ value, title }) => (
        <label
          key={value}
          className={`${look} has-checked:border-cinnabar has-checked:bg-cinnabar-wash has-checked:text-cinnabar-deep has-focus-visible:outline-2 has-focus-visible:outline-cinnabar`}
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={current === value}
            onChange={() => onChoose(value)}
            className="sr-only"
          />
          {title}
        </label>
      ))}
    </Row>
  )
}

type SegmentLinksProps<Value extends string> = Omit<SegmentsProps<Value>, 'name' | 'onChoose'> & {
  pathOf: (value: Value) => string
}

/** The same where choosing asks the server for another form. */
export function SegmentLinks<Value extends string>({ legend, choices, ...rest }: SegmentLinksProps<Value>) {
  const { value: current, pathOf } = rest
  return (
    <Row legend={legend}>
      {choices.map(({ value, title }) => (
        <a
          key={value}
          href={pathOf(value)}
          aria-current={value === current ? 'true' : undefined}
          className={`${look} ${value === current ? chosen : ''}`}
        >
          {title}
        </a>
      ))}
    </Row>
  )
}

function Row({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="grid auto-cols-fr grid-flow-col gap-2">
      <legend className="sr-only">{legend}</legend>
      {children}
    </fieldset>
  )
}
