import { startSandbox } from './sandbox.ts'

/** `node tests/fakes/stripe/main.ts`: the payment sandbox as a process of its own, configured by SANDBOX_*. */

function read(name: string): string | undefined {
  const value = process.env[name]
  return value === undefined || value === '' ? undefined : value
}

const webhookUrl = read('SANDBOX_WEBHOOK_URL')
const secrets = (read('SANDBOX_WEBHOOK_SECRET') ?? '').split(',').filter((secret) => secret !== '')
const stateFile = read('SANDBOX_STATE_FILE')
const secretKey = read('SANDBOX_SECRET_KEY')
const publicUrl = read('SANDBOX_PUBLIC_URL')
const host = read('SANDBOX_HOST')

const sandbox = await startSandbox({
  port: Number(read('SANDBOX_PORT') ?? 0),
  strictContract: read('SANDBOX_STRICT_CONTRACT') === '1',
  ...(stateFile === undefined ? {} : { stateFile }),
  ...(secretKey === undefined ? {} : { secretKey }),
  ...(publicUrl === undefined ? {} : { publicUrl }),
  ...(host === undefined ? {} : { host }),
  ...(webhookUrl === undefined ? {} : { webhook: { url: webhookUrl, secrets } }),
})

process.stdout.write(`${JSON.stringify({ listening: sandbox.port })}\n`)

let isStopping = false
function stop(): void {
  if (isStopping) return
  isStopping = true
  void sandbox.close().then(() => process.exit(0))
}

process.on('SIGINT', stop)
process.on('SIGTERM', stop)
// Started over an IPC channel, it ends with its parent, however that ends.
process.on('disconnect', stop)
