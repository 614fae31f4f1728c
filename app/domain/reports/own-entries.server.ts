import type { EnterpriseScope } from '#app/domain/staff/scope.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Page } from '#app/kernel/paging.ts'
import type { Services } from '#app/platform/services.server.ts'
import type { EntryFilter } from './entry-filter.ts'
import { type EntryItem, listEntries } from './list-entries.server.ts'

/** An enterprise's own entries at a fair, whatever the address asks for; who of the organizers recorded them is not told. */
export async function listOwnEntries(
  services: Pick<Services, 'pool'>,
  scope: EnterpriseScope,
  exhibitionId: number,
  locale: Locale,
  filter: EntryFilter & { after: string | null },
): Promise<Page<EntryItem>> {
  const own = { ...filter, enterprise: scope.slug }
  const { items, next } = await listEntries(services, exhibitionId, locale, own)
  return { items: items.map((item) => ({ ...item, recordedBy: '' })), next }
}
