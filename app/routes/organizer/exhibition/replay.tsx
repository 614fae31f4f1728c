import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { listReplays } from '#app/domain/live/list-replays.server.ts'
import { readRehearsalSpeed } from '#app/domain/live/rehearsal.ts'
import { localeOf, localPath } from '#app/kernel/locale.ts'
import { queryText } from '#app/kernel/query-text.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { getServices } from '#app/platform/services.server.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { ChoiceField } from '#app/ui/choice-field.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { InputField } from '#app/ui/field.tsx'
import { fairTitle, requireFair } from './require-fair.server.ts'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

/** Which fair is shown on the wall once more, and how fast: a fair that comes is rehearsed with one that was. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { fair } = await requireFair(request, params.exhibition, 'read-figures')
  const { pathname, searchParams } = new URL(request.url)
  const locale = localeOf(pathname)
  const replays = await listReplays(getServices(), locale)
  const asked = { fair: queryText(searchParams, 'fair'), speed: queryText(searchParams, 'speed') }
  const speed = readRehearsalSpeed(asked.speed)
  const chosen = replays.find(({ key }) => key === (asked.fair || fair.slug)) ?? replays[0]
  if (asked.fair && chosen?.key === asked.fair && speed !== null)
    throw redirect(localPath(locale, `/organizer/exhibitions/${chosen.key}/wall?rehearsal=${speed}`))
  return {
    title: fairTitle(request, fair, 'rehearsal'),
    replays,
    chosen: chosen?.key ?? '',
    speed: asked.speed,
  }
}

export default function Replay() {
  const t = useStaffMessages().fairs.replay
  const { replays, chosen, speed } = useLoaderData<typeof loader>()
  if (replays.length === 0) return <EmptyState title={t.none} text={t.noneText} />
  const isWrong = speed !== '' && readRehearsalSpeed(speed) === null
  return (
    <CardSection id="replay" title={t.title}>
      <p className="max-w-text text-sm text-muted">{t.text}</p>
      <Form reloadDocument className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <ChoiceField id="fair" name="fair" label={t.fair} defaultValue={chosen} choices={replays} />
        <InputField
          id="speed"
          name="speed"
          type="number"
          min={1}
          max={1000}
          required
          label={t.speed}
          hint={t.speedHint}
          defaultValue={speed || '100'}
          error={isWrong ? t.speedHint : undefined}
        />
        <div className="sm:col-span-2">
          <Button size="large">{t.start}</Button>
        </div>
      </Form>
    </CardSection>
  )
}
