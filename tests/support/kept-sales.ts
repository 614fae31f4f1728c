import { randomUUID } from 'node:crypto'
import type { KeptSale } from '#app/domain/booths/phone/kept-sales.ts'

/** A sale of one piece that waits on a phone, unless `changes` says otherwise. */
export function keptSale(changes: Partial<KeptSale> = {}): KeptSale {
  return {
    ref: randomUUID(),
    fair: 'fair',
    enterprise: 'enterprise',
    sku: 'sku',
    goodsName: null,
    pieces: 1,
    grams: null,
    amountFen: 100,
    tender: 'cash',
    district: null,
    deviceAt: '2026-11-24T04:00:00.000Z',
    isUndone: false,
    state: 'waiting',
    reason: null,
    title: '小米',
    as: null,
    ...changes,
  }
}
