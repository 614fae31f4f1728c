import { invalid } from './api-error.ts'
import type { ParamValue } from './form.ts'
import { optionalList, requiredString } from './params.ts'
import type { World } from './world.ts'

type Node = Record<string, unknown>

/** `expand[]=payment_intent.latest_charge`: ids become their objects, at most four deep. */
export function expandObject(world: World, object: object, expand: ParamValue | undefined): object {
  const paths = optionalList(expand, 'expand').map((path, index) => requiredString(path, `expand[${index}]`))
  if (paths.length === 0) return object
  const copy = structuredClone(object) as Node
  for (const path of paths) {
    const steps = path.split('.')
    if (steps.length > 4) throw invalid('You cannot expand more than 4 levels of a property', 'expand')
    expandPath(world, [copy], steps, path)
  }
  return copy
}

function expandPath(
  world: World,
  nodes: ReadonlyArray<Node>,
  steps: ReadonlyArray<string>,
  path: string,
): void {
  const [step, ...rest] = steps
  if (step === undefined) return
  for (const node of nodes) {
    if (!(step in node) && !isIncludable(node, step)) {
      throw invalid(`This property cannot be expanded (${path}).`, 'expand')
    }
    const found = node[step]
    if (typeof found === 'string') node[step] = lookUp(world, step, found, path)
    else if (found === undefined) node[step] = include(world, node, step)
    const next = node[step]
    const children = Array.isArray(next) ? next : [next]
    expandPath(world, children.filter(isNode), rest, path)
  }
}

/** Lists that Stripe leaves out until they are asked for. */
function isIncludable(node: Node, step: string): boolean {
  return (
    (node.object === 'checkout.session' && step === 'line_items') ||
    (node.object === 'charge' && step === 'refunds')
  )
}

function include(world: World, node: Node, step: string): object {
  const id = String(node.id)
  if (step === 'line_items') {
    const data = world.store.get('sessions', id)?.lineItems ?? []
    return { object: 'list', data, has_more: false, url: `/v1/checkout/sessions/${id}/line_items` }
  }
  const data = world.store
    .all('refunds')
    .map(({ refund }) => refund)
    .filter(({ charge }) => charge === id)
    .reverse()
  return { object: 'list', data, has_more: false, url: `/v1/charges/${id}/refunds` }
}

function lookUp(world: World, step: string, id: string, path: string): object {
  const { store } = world
  const found =
    step === 'payment_intent'
      ? store.get('paymentIntents', id)
      : step === 'latest_charge' || step === 'charge'
        ? store.get('charges', id)
        : step === 'payment_method'
          ? store.get('paymentMethods', id)
          : step === 'product'
            ? findProduct(world, id)
            : step.endsWith('balance_transaction')
              ? store.get('balanceTransactions', id)
              : undefined
  if (found === undefined) throw invalid(`This property cannot be expanded (${path}).`, 'expand')
  return structuredClone(found)
}

function findProduct(world: World, id: string): object | undefined {
  for (const { products } of world.store.all('sessions')) {
    const product = products.find((candidate) => candidate.id === id)
    if (product !== undefined) return product
  }
  return undefined
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}
