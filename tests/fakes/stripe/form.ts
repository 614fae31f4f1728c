/** Nested parameters as Stripe's form encoding carries them: every leaf is a string. */
export type Params = { [name: string]: ParamValue }
export type ParamValue = string | Params | Array<ParamValue>

/** `line_items[0][price_data][currency]=cny` → nested objects; objects with keys 0…n-1, and `[]`, become arrays. */
export function parseForm(encoded: string): Params {
  const root: Params = {}
  for (const [name, value] of new URLSearchParams(encoded)) {
    insert(root, pathOf(name), value)
  }
  return asObject(withArrays(root))
}

function pathOf(name: string): Array<string> {
  const [head = ''] = name.split('[', 1)
  const rest = [...name.slice(head.length).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '')
  return [head, ...rest]
}

function insert(root: Params, path: Array<string>, value: string): void {
  let node = root
  path.forEach((step, index) => {
    const key = step === '' ? String(Object.keys(node).length) : step
    if (key === '__proto__') return
    if (index === path.length - 1) {
      node[key] = value
      return
    }
    const next = node[key]
    if (typeof next === 'object' && !Array.isArray(next)) {
      node = next
    } else {
      const created: Params = {}
      node[key] = created
      node = created
    }
  })
}

function withArrays(value: ParamValue): ParamValue {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(withArrays)
  const keys = Object.keys(value)
  const isList = keys.length > 0 && keys.every((key, index) => key === String(index))
  const children = Object.entries(value).map(([key, child]) => [key, withArrays(child)] as const)
  return isList ? children.map(([, child]) => child) : Object.fromEntries(children)
}

function asObject(value: ParamValue): Params {
  return typeof value === 'object' && !Array.isArray(value) ? value : {}
}
