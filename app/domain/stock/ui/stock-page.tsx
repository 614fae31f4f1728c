import { Form } from '@remix-run/react'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { InputField } from '#app/ui/field.tsx'
import { Outcome } from '#app/ui/outcome.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { useLocale } from '#app/ui/use-locale.ts'
import type { StockAnswer } from '../change-stock.server.ts'
import type { OpenedStock } from '../open-stock.server.ts'
import { stockName } from '../stock-name.ts'
import { AdjustForm } from './adjust-form.tsx'
import { HeapFigures } from './heap-figures.tsx'
import { MoveForm } from './move-form.tsx'
import { StockHistory } from './stock-history.tsx'
import { useStockWord } from './use-stock-word.ts'

type StockPageProps = { home: string; stock: OpenedStock; formKey: string; answer: StockAnswer | undefined }

/** One variant: where it lies, what happened to it, and what happens now. */
export function StockPage({ home, stock, formKey, answer }: StockPageProps) {
  const words = useStaffMessages().stock
  const t = words.page
  const of = (intent: StockAnswer['intent']) => (answer?.intent === intent ? answer : undefined)
  return (
    <>
      <PageHeading
        title={stockName(stock, useLocale())}
        text={stock.articleNumber}
        trail={[{ title: words.title, to: `${home}/stock` }]}
        trailLabel={words.title}
      >
        {stock.listing ? (
          <ButtonLink to={`${home}/listings/${stock.listing}`} kind="quiet">
            {t.listing}
          </ButtonLink>
        ) : null}
      </PageHeading>
      <div className="grid grid-cols-1 gap-4">
        {answer?.isDone ? <Done intent={answer.intent} /> : null}
        {stock.pools.map((pool) => (
          <CardSection key={pool.pool} id={`pool-${pool.pool}`} title={words.pools[pool.pool]}>
            <HeapFigures heaps={pool} />
            {pool.pool === 'online' && stock.heldUntil ? (
              <p className="text-xs text-muted">{t.heldUntil(shanghaiMinute(stock.heldUntil))}</p>
            ) : null}
            <AdjustForm
              key={formKey}
              stock={pool}
              formKey={formKey}
              answer={answer?.values.pool === pool.pool ? of('adjust') : undefined}
            />
          </CardSection>
        ))}
        <CardSection id="move" title={t.move}>
          <p className="text-sm text-muted">{t.moveText}</p>
          <MoveForm key={formKey} formKey={formKey} answer={of('move')} />
        </CardSection>
        <CardSection id="threshold" title={t.threshold}>
          <ThresholdForm lowStockAt={stock.lowStockAt} answer={of('threshold')} />
        </CardSection>
        <StockHistory movements={stock.movements} />
      </div>
    </>
  )
}

function Done({ intent }: Pick<StockAnswer, 'intent'>) {
  const t = useStaffMessages().stock.page
  const words = { adjust: t.saved, move: t.moved, threshold: t.thresholdSaved }
  return <Outcome done={words[intent]} />
}

type ThresholdFormProps = { lowStockAt: number; answer: StockAnswer | undefined }

function ThresholdForm({ lowStockAt, answer }: ThresholdFormProps) {
  const t = useStaffMessages().stock.page
  const word = useStockWord()
  return (
    <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="intent" value="threshold" />
      <InputField
        id="lowStockAt"
        name="lowStockAt"
        label={t.thresholdLabel}
        inputMode="numeric"
        autoComplete="off"
        required
        defaultValue={answer?.values.lowStockAt ?? lowStockAt}
        error={word(answer?.errors.lowStockAt)}
      />
      <Button kind="secondary">{t.thresholdSave}</Button>
    </Form>
  )
}
