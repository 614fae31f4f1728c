import type { Role } from '#app/domain/staff/roles.ts'

/** Signs in every demonstration account of the staff; told in the README, never seeded beside live keys. */
export const demonstrationPassword = 'grassland-2026'

export type StaffAccount = {
  login: string
  name: string
  role: Role
  /** Position among the seeded enterprises, for a role of an enterprise. */
  enterpriseId?: number
  divisionCode?: string
  /** Whoever must pass a second step; /dev/outbox shows the codes of these. */
  totpSecret?: string
}

const aohan = '150430'

/** The second enterprise is there to be refused: nobody of the first may see what is its own. */
export function staffAccounts(enterpriseIds: { first: number; second: number }): ReadonlyArray<StaffAccount> {
  const { first, second } = enterpriseIds
  return [
    { login: 'owner', name: '白云山', role: 'owner', enterpriseId: first },
    { login: 'editor', name: '于秀兰', role: 'editor', enterpriseId: first },
    { login: 'shipper', name: '孟和', role: 'shipper', enterpriseId: first },
    { login: 'neighbour', name: '包青山', role: 'owner', enterpriseId: second },
    { login: 'city', name: '高远', role: 'city-organizer', totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' },
    {
      login: 'reviewer',
      name: '乌兰',
      role: 'division-reviewer',
      divisionCode: aohan,
      totpSecret: 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU',
    },
    { login: 'finance', name: '安静', role: 'finance', totpSecret: 'MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK' },
    { login: 'fair', name: '韩冰', role: 'exhibition-staff' },
    { login: 'viewer', name: '陆平', role: 'viewer' },
  ]
}
