import { newId } from '../ids.ts'

/** A rule that bends the delivery of events; the first that fits an event is used, `times` times. */
export type WebhookSwitch = {
  id: string
  action: WebhookAction
  /** Event types it is for; empty: all. */
  types: ReadonlyArray<string>
  /** How many events (for `fail` and `lose-answer`: attempts) it still bends; null: until it is removed. */
  left: number | null
}

export type WebhookAction =
  /** Never delivered. */
  | { kind: 'drop' }
  /** Kept back until it is released. */
  | { kind: 'hold' }
  /** Delivered so many times in all, at once. */
  | { kind: 'duplicate'; copies: number }
  | { kind: 'delay'; milliseconds: number }
  /** The attempt fails without reaching the endpoint, and is made again later. */
  | { kind: 'fail' }
  /** The endpoint gets it, its answer is lost, so it gets it again later. */
  | { kind: 'lose-answer' }

export type WebhookSwitches = {
  add: (
    action: WebhookAction,
    options?: { types?: ReadonlyArray<string>; times?: number | null },
  ) => WebhookSwitch
  /** Finds a rule of these kinds for an event and uses it once. */
  take: (type: string, kinds: ReadonlyArray<WebhookAction['kind']>) => WebhookAction | null
  list: () => ReadonlyArray<WebhookSwitch>
  clear: () => void
}

export function createSwitches(): WebhookSwitches {
  let rules: Array<WebhookSwitch> = []
  return {
    add: (action, { types = [], times = null } = {}) => {
      const rule: WebhookSwitch = { id: newId('sw_', 8), action, types, left: times }
      rules.push(rule)
      return rule
    },
    take: (type, kinds) => {
      const rule = rules.find(
        ({ action, types }) => kinds.includes(action.kind) && (types.length === 0 || types.includes(type)),
      )
      if (rule === undefined) return null
      if (rule.left !== null) {
        rule.left -= 1
        if (rule.left <= 0) rules = rules.filter((other) => other !== rule)
      }
      return rule.action
    },
    list: () => rules,
    clear: () => {
      rules = []
    },
  }
}
