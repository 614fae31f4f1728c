import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { compress } from './http/encoding.ts'

const compressible = /\.(?:css|js|json|svg|txt|webmanifest)$/
const smallest = 860

/** After the build: writes .br and .gz beside every file that gains by it, so that the host compresses none. */
export async function precompress(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && compressible.test(entry.name))
  await Promise.all(files.map(({ parentPath, name }) => precompressFile(path.join(parentPath, name))))
}

async function precompressFile(file: string): Promise<void> {
  const bytes = await readFile(file)
  if (bytes.byteLength < smallest) return
  const [br, gzip] = await Promise.all([compress(bytes, 'br', true), compress(bytes, 'gzip', true)])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gzip)])
}

if (import.meta.main) await precompress(path.resolve('build/client'))
