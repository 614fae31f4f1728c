import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './server/steps/browser.ts'

const baseURL = process.env.PUBLIC_URL
if (!baseURL) throw new Error('npm run test:e2e starts a shop and calls this with what the shop was told')

const { executablePath, args, env } = await findBrowser()

export default defineConfig({
  testDir: 'tests/e2e',
  // Emptied at the start of a run; the shop's log lies beside it.
  outputDir: 'test-results/journeys',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes on the second try has found something.
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 20_000,
    // A film of every page would take a third of the machine; what a failure needs is the page as it ended.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { args, ...(executablePath ? { executablePath } : {}), ...(env ? { env } : {}) },
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@phone|@alone|@afterwards/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
    {
      // A test tagged @phone runs here only, one tagged @both here, too.
      name: 'phone',
      grep: /@phone|@both/,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
    },
    {
      // What turns a switch of the payment sandbox for everybody waits until the others have gone.
      name: 'alone',
      grep: /@alone/,
      dependencies: ['desktop', 'phone'],
      use: { ...devices['Desktop Chrome'] },
    },
    {
      // What all of them have left behind.
      name: 'afterwards',
      grep: /@afterwards/,
      dependencies: ['alone'],
    },
  ],
})
