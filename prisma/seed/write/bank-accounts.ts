import type pg from 'pg'
import { divisionTexts } from '../data/divisions.ts'
import type { EnterprisePlan } from '../plan/enterprises.ts'
import { uuidFor } from '../random.ts'
import { copyRows } from './copy.ts'

/** Of every enterprise one that was confirmed; the second of the staff's has changed it, and waits for the city. */
export async function writeBankAccounts(
  client: pg.ClientBase,
  enterprises: ReadonlyArray<EnterprisePlan>,
  now: Date,
): Promise<void> {
  const [owner, neighbour, city] = [uuidFor('staff:owner'), uuidFor('staff:neighbour'), uuidFor('staff:city')]
  const { rows } = await client.query<{ id: number }>(
    `SELECT enterprise_id AS id FROM membership WHERE staff_id = $1`,
    [neighbour],
  )
  const accountOf = ({ id, name, divisionCode }: EnterprisePlan, bank: string, year: number) => [
    uuidFor(`bank-account:${id}:${year}`),
    id,
    name,
    `${bank}${divisionTexts.find(({ code }) => code === divisionCode)?.name ?? ''}支行`,
    // No bank's: it fails the check digit of cards, and is as long as an enterprise's number.
    `0506${year}${String(id).padStart(9, '0')}`,
  ]
  const confirmed = enterprises.map((enterprise) => [
    ...accountOf(enterprise, '中国农业银行', 2023),
    ...['confirmed', owner, now, city, now],
  ])
  const waiting = enterprises
    .filter(({ id }) => id === rows[0]?.id)
    .map((enterprise) => [
      ...accountOf(enterprise, '赤峰农村商业银行', 2026),
      ...['waiting', neighbour, now, null, null],
    ])
  await copyRows(
    client,
    'bank_account',
    [
      'id',
      'enterprise_id',
      'holder',
      'bank',
      'number',
      'status',
      'filed_by',
      'filed_at',
      'decided_by',
      'decided_at',
    ],
    [...confirmed, ...waiting],
  )
}
