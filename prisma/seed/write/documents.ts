import type pg from 'pg'
import { uuidAt } from '../random.ts'
import { copyRecords } from './copy.ts'

type Licensed = { creditCode: string; foodLicence: string | null }
export type Holder = Licensed & ({ applicationId: string } | { enterpriseId: number }) & { since: Date }

/** The licences of enterprises and of those who would like to join, all with the photo of one sample paper. */
export async function writeDocuments(
  client: pg.ClientBase,
  holders: ReadonlyArray<Holder>,
  photoKey: string | null,
): Promise<void> {
  await copyRecords(
    client,
    'enterprise_document',
    holders.flatMap((holder) =>
      licencesOf(holder).map(({ kind, number, expiresOn }) => ({
        id: uuidAt(holder.since, `document:${number}`),
        applicationId: 'applicationId' in holder ? holder.applicationId : null,
        enterpriseId: 'enterpriseId' in holder ? holder.enterpriseId : null,
        kind,
        number,
        expiresOn,
        fileKeys: photoKey ? [photoKey] : [],
        createdAt: holder.since,
      })),
    ),
  )
}

function licencesOf({ creditCode, foodLicence }: Licensed) {
  const business = { kind: 'business-licence', number: creditCode, expiresOn: null }
  return foodLicence
    ? [business, { kind: 'food-licence', number: foodLicence, expiresOn: '2031-06-30' }]
    : [business]
}
