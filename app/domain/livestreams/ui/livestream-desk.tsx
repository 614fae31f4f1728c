import { Form } from '@remix-run/react'
import type { Choice } from '#app/kernel/choice.ts'
import { shanghaiMinute, shanghaiMinuteInput } from '#app/kernel/clock.ts'
import { inLocale } from '#app/kernel/locale.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { LivestreamAnswer } from '../livestream-forms.server.ts'
import type { LiveLink } from '../livestream-links.server.ts'
import type { LivestreamFigures, LivestreamRecord } from '../livestream-views.server.ts'
import { LiveLinks } from './live-links.tsx'
import { FiguresBeside, LiveMetricsForm } from './live-metrics.tsx'
import { LivestreamForm } from './livestream-form.tsx'
import { LivestreamEnterprises, LivestreamProducts } from './livestream-goods.tsx'
import { useLivestreamWord } from './use-livestream-word.ts'

type LivestreamDeskProps = {
  livestream: LivestreamRecord
  links: ReadonlyArray<LiveLink>
  choices: Record<'fairs' | 'enterprises', ReadonlyArray<Choice>>
  figures: LivestreamFigures
  text: string
  found: LivestreamRecord['products']
  answer: LivestreamAnswer | undefined
}

export function LivestreamDesk({
  livestream,
  links,
  choices,
  figures,
  text,
  found,
  answer,
}: LivestreamDeskProps) {
  const words = useStaffMessages()
  const t = words.livestreams
  const { host, version, metrics } = livestream
  const stateOf = (intent: LivestreamAnswer['intent']) =>
    answer?.intent === intent ? answer.state : undefined
  return (
    <>
      <PageHeading
        title={inLocale(useLocale(), livestream.title, livestream.titleEn)}
        text={`${shanghaiMinute(livestream.startsAt)} – ${shanghaiMinute(livestream.endsAt).slice(11)} · ${host}`}
        trailLabel={words.common.breadcrumbs}
        trail={[{ title: t.title, to: '/organizer/livestreams' }]}
        badges={
          <>
            {livestream.isCancelled ? <Badge tone="berry">{t.cancelled}</Badge> : null}
            {livestream.isDemonstration ? <Badge>{t.demonstration}</Badge> : null}
          </>
        }
      />
      <Outcome answer={answer} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid grid-cols-1 gap-4">
          <FiguresBeside metrics={metrics} figures={figures} />
          <LivestreamProducts products={livestream.products} text={text} found={found} />
          <CardSection id="facts" title={t.edit}>
            <LivestreamForm
              key={version}
              fairs={choices.fairs}
              values={valuesOf(livestream)}
              version={version}
              state={stateOf('save')}
            />
          </CardSection>
        </div>
        <div className="grid grid-cols-1 gap-4">
          <LiveMetricsForm metrics={metrics} state={stateOf('metrics')} />
          <LiveLinks links={links} />
          <LivestreamEnterprises enterprises={livestream.enterprises} choices={choices.enterprises} />
          {livestream.isCancelled ? null : <CancelForm />}
        </div>
      </div>
    </>
  )
}

function Outcome({ answer }: Pick<LivestreamDeskProps, 'answer'>) {
  const t = useStaffMessages().livestreams
  const word = useLivestreamWord()
  if (!answer || (!answer.isDone && !answer.failure)) return null
  return (
    <div className="pb-4">
      <Notice tone={answer.isDone ? 'success' : 'danger'} role={answer.isDone ? 'status' : 'alert'}>
        {answer.isDone ? t.saved : word(answer.failure)}
      </Notice>
    </div>
  )
}

function CancelForm() {
  const t = useStaffMessages().livestreams
  return (
    <details className="rounded-md border border-line bg-card p-4">
      <summary className="min-h-11 cursor-pointer py-2 text-sm text-berry">{t.cancel}</summary>
      <Form method="post" className="grid gap-3 pt-2">
        <p className="text-sm text-muted">{t.cancelText}</p>
        <div>
          <Button name="intent" value="cancel" kind="danger">
            {t.cancel}
          </Button>
        </div>
      </Form>
    </details>
  )
}

function valuesOf({ title, titleEn, host, hostAccount, fair, startsAt, endsAt }: LivestreamRecord) {
  return {
    title,
    titleEn,
    host,
    hostAccount: hostAccount ?? '',
    fair: fair ?? '',
    startsAt: shanghaiMinuteInput(startsAt),
    endsAt: shanghaiMinuteInput(endsAt),
  }
}
