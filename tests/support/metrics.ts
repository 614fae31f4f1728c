/** The value of one of the shop's own measurements; NaN when it has none of that name. */
export async function readMetric(shopUrl: string, name: string): Promise<number> {
  const text = await (await fetch(`${shopUrl}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
}
