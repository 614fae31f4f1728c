import { parseArgs } from 'node:util'
import { organizerInvitationSchema } from '#app/domain/staff/invitation-forms.ts'
import { inviteFromConsole } from '#app/domain/staff/invite.server.ts'
import { organizerRoles } from '#app/domain/staff/roles.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { createPool } from '#app/platform/db.server.ts'
import { readSettings } from '#app/platform/env.server.ts'
import { openDatabase } from '../steps/database.ts'
import { CommandError } from '../steps/report.ts'
import type { Supervisor } from '../steps/supervisor.ts'

const usage = `npm run staff:invite -- --name 王芳 --phone 13800138000 --role city-organizer
  --role      ${organizerRoles.join(', ')}
  --division  six digits, of a division-reviewer`

/** The first of the organizers, whom nobody could invite: prints a link that works once, within 72 hours. */
export async function main(supervisor: Supervisor, args: Array<string>): Promise<void> {
  const invitation = readInvitation(args)
  const settings = readSettings()
  const database = await openDatabase(settings, supervisor)
  const pool = createPool({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: 1 })
  supervisor.onStop(() => pool.end())
  const invited = await inviteFromConsole({ pool, clock: systemClock, env: settings }, invitation)
  if (!invited.ok) throw new CommandError(`No such division: ${invitation.divisionCode}`)
  console.log(`\n${settings.PUBLIC_URL}/staff/invitation/${invited.value}\n`)
  console.log(`For ${invitation.name} alone. It works once, within 72 hours; nothing was sent.`)
}

function readInvitation(args: Array<string>) {
  const option = { type: 'string' } as const
  const options = { name: option, phone: option, role: option, division: option }
  const { values } = parseArgs({ args, options, strict: false })
  const { division = '', ...person } = values
  const parsed = organizerInvitationSchema.safeParse({ ...person, divisionCode: division })
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new CommandError([...problems, '', usage].join('\n'))
}
