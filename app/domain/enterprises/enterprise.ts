export const enterpriseKinds = ['company', 'cooperative', 'family-farm', 'workshop'] as const
export type EnterpriseKind = (typeof enterpriseKinds)[number]

export function readEnterpriseKind(column: string): EnterpriseKind {
  return enterpriseKinds.find((kind) => kind === column) ?? 'company'
}
