type TickRowProps = {
  name: string
  title: string
  hint?: string
  chosen: ReadonlyArray<string>
  choices: ReadonlyArray<readonly [value: string, title: string]>
}

/** Several of a few: chips that can be touched, each a checkbox. */
export function TickRow({ name, title, hint, chosen, choices }: TickRowProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm font-medium">{title}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map(([value, word]) => (
          <label
            key={value}
            className="grid min-h-11 min-w-11 cursor-pointer place-content-center rounded-full border border-line-deep bg-card px-3 text-sm has-checked:border-cinnabar has-checked:bg-cinnabar-wash has-focus-visible:outline-2 has-focus-visible:outline-cinnabar"
          >
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="sr-only"
            />
            {word}
          </label>
        ))}
      </div>
      {hint ? <p className="text-xs text-muted">{hint}</p> : null}
    </fieldset>
  )
}
