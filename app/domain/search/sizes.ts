const grams: Readonly<Record<string, number>> = {
  kg: 1000,
  公斤: 1000,
  千克: 1000,
  斤: 500,
  两: 50,
  g: 1,
  克: 1,
}
const millilitres: Readonly<Record<string, number>> = { l: 1000, 升: 1000, ml: 1, 毫升: 1 }
const size = /(\d+(?:\.\d+)?)\s*(kg|公斤|千克|斤|两|g|克|ml|毫升|l|升)(?![a-z])/g

/** Takes the weights and volumes out of a normalised text: 2.5kg, 2500克 and 5斤 are all `2500g`. */
export function takeSizes(text: string): { text: string; sizes: Array<string> } {
  const sizes: Array<string> = []
  const rest = text.replace(size, (_, number: string, unit: string) => {
    const weight = grams[unit]
    const amount = Math.round(Number(number) * (weight ?? millilitres[unit] ?? 1))
    sizes.push(`${amount}${weight === undefined ? 'ml' : 'g'}`)
    return ' '
  })
  return { text: rest, sizes }
}
