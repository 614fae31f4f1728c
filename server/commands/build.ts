import { buildShop, generateClient } from '../steps/build.ts'

export async function main(): Promise<void> {
  await generateClient()
  await buildShop()
}
