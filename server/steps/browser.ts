import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { withLock } from '../lock.ts'
import { runNode, tryProgram } from './run-program.ts'

/** How Playwright launches a browser: its own, the system's, or the one of an npm package. */
export type Browser = { executablePath?: string; args: Array<string>; env?: Record<string, string> }

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
// Chromium's own sandbox needs what containers and root do not have; shared memory there is 64 MB.
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']

export async function findBrowser(): Promise<Browser> {
  if (existsSync(chromium.executablePath())) return { args }
  const system = systemBrowsers.find((file) => existsSync(file))
  return system ? { executablePath: system, args } : unpackBrowser()
}

/** Unpacks the Chromium of @sparticuz/chromium, once for each install of the packages. */
async function unpackBrowser(): Promise<Browser> {
  const folder = path.resolve('node_modules/.cache/chromium')
  const executablePath = path.join(folder, 'chromium')
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(path.join(folder, 'fonts.conf'))) return
    await mkdir(folder, { recursive: true })
    const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
    // It unpacks into the folder for temporary files, its libraries only where it believes to be on AWS.
    const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }
    await runNode('--input-type=module', ['--eval', script], { env })
    await writeFile(path.join(folder, 'fonts.conf'), fontsIn(path.join(folder, 'fonts'), '/usr/share/fonts'))
  })
  return { executablePath, args, env: await libraryEnvironment(folder, executablePath) }
}

/** The package's own list names folders of AWS; a browser without any font falls over at the first word. */
function fontsIn(...folders: Array<string>): string {
  return `<fontconfig>${folders.map((folder) => `<dir>${folder}</dir>`).join('')}</fontconfig>\n`
}

/** A bare system lacks NSS and expat; the package brings them. */
async function libraryEnvironment(folder: string, executable: string): Promise<Record<string, string>> {
  const { text } = await tryProgram('ldd', [executable])
  const env = {
    ...(process.env as Record<string, string>),
    FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
  }
  return /not found/.test(text) ? { ...env, LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') } : env
}
