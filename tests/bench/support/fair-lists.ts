import { listBoothsOfDay } from '#app/domain/booths/booths-of-day.server.ts'
import { listDaySales } from '#app/domain/booths/day-sales.server.ts'
import { listCertificates } from '#app/domain/certificates/certificate-views.server.ts'
import { listContracts, sumContracts } from '#app/domain/contracts/contract-views.server.ts'
import { listFairBooths } from '#app/domain/exhibitions/booths.server.ts'
import { listCoverage } from '#app/domain/exhibitions/coverage.server.ts'
import { listFairs } from '#app/domain/exhibitions/fair-list.server.ts'
import { openImportDesk } from '#app/domain/livestreams/import/import-views.server.ts'
import { listSchedule } from '#app/domain/livestreams/livestream-views.server.ts'
import { listWaitingProducts } from '#app/domain/livestreams/matching-queue.server.ts'
import { readEntryFilter } from '#app/domain/reports/entry-filter.ts'
import { listEntries } from '#app/domain/reports/list-entries.server.ts'
import type { Ask, Desk } from './desk-lists.ts'

/** What the organizers read of fairs, contracts and livestreams. */
export function fairListsOf({ services, owner, city, fair, day }: Desk): Record<string, Array<Ask>> {
  const { divisionCode: division, slug: enterprise } = owner
  return {
    entries: [
      {},
      { channel: 'onsite' },
      { division },
      { enterprise },
      { category: 'grain', day },
      { district: '110108' },
      { state: 'claimed' },
      { state: 'verified', channel: 'livestream' },
    ].map((address) => {
      const filter = readEntryFilter(new URLSearchParams(address as Record<string, string>), city)
      return (after) => listEntries(services, fair.id, 'zh', { ...filter, after })
    }),
    booths: [
      (after) => listFairBooths(services, fair, after),
      () => listBoothsOfDay(services, city, 'zh', { exhibitionId: fair.id, day }),
      (after) =>
        listDaySales(
          services,
          city,
          'zh',
          { exhibitionId: fair.id, enterpriseId: owner.enterpriseId },
          { day, after },
        ),
    ],
    'fairs and their coverage': [
      (after) => listFairs(services, { state: null, after }),
      (after) => listCoverage(services, fair, after),
    ],
    contracts: [
      ...(['', '小米', '某食堂7', 'BENCH-77', '没有这份'] as const).map(
        (text): Ask =>
          (after) =>
            listContracts(services, 'zh', { fair: '', kind: '', status: '', text, after }),
      ),
      (after) =>
        listContracts(services, 'zh', {
          fair: fair.slug,
          kind: 'purchase',
          status: 'verified',
          text: '',
          after,
        }),
      () => sumContracts(services, { fair: '', kind: '', status: '', text: '' }),
      () => sumContracts(services, { fair: fair.slug, kind: '', status: '', text: '' }),
    ],
    livestreams: [
      ...['', fair.slug].map(
        (of): Ask =>
          (after) =>
            listSchedule(services, 'zh', { fair: of, after }),
      ),
      ...(['unmatched', 'ignored'] as const).map(
        (stand): Ask =>
          (after) =>
            listWaitingProducts(services, stand, after),
      ),
      () => openImportDesk(services, 'zh'),
    ],
    certificates: [(after) => listCertificates(services, 'zh', after)],
  }
}
