import { spawnSync } from 'node:child_process'

/** The system user that runs PostgreSQL; undefined means ourselves. */
export type Account = { uid: number; gid: number }

/**
 * PostgreSQL refuses to run as root. Root borrows the system user `postgres`, made if it is missing,
 * or the owner of data that an ordinary user began.
 */
export function chooseAccount(owner: Account | undefined): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (owner && owner.uid !== 0) return owner
  return findUser('postgres') ?? createUser('postgres')
}

function findUser(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number.parseInt(spawnSync('id', [flag, name]).stdout?.toString() ?? '', 10),
  )
  return uid && gid ? { uid, gid } : undefined
}

function createUser(name: string): Account {
  const made = spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ])
  const account = findUser(name)
  if (account) return account
  throw new Error(
    `PostgreSQL cannot run as root, and the system user ${name} could not be made: ${made.stderr?.toString().trim() || made.error?.message}. ` +
      'Run as another user, or set DATABASE_URL.',
  )
}

/** Whether that user can use a folder or run a file: the folders above it must let it through, too. */
export function canReach(account: Account | undefined, target: string, right: '-w' | '-x'): boolean {
  return spawnSync('test', [right, target], { cwd: '/', ...account }).status === 0
}
