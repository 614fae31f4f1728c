import type { Storage } from './product-card.ts'

export type { Storage }

/** 常温, 冷藏, 冷冻: one parcel each. */
export const storages = ['ambient', 'chilled', 'frozen'] as const satisfies ReadonlyArray<Storage>

export function readStorage(column: string): Storage {
  return storages.find((storage) => storage === column) ?? 'ambient'
}
