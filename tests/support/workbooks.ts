import { readXlsx } from 'hucre/xlsx'

/** Of its first sheet, headings and all. */
export async function rowsOf(workbook: Uint8Array): Promise<Array<Array<unknown>>> {
  const { sheets } = await readXlsx(workbook)
  return sheets[0]?.rows ?? []
}
