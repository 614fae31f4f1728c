import { Form } from '@remix-run/react'
import { useStaffWord } from '#app/domain/staff/ui/use-staff-word.ts'
import { type FormState, fieldsOf } from '#app/kernel/form.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CardSection } from '#app/ui/card.tsx'
import { InputField, TextareaField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { OwnStore } from '../save-store.server.ts'
import { fingerprint, storeValues } from '../store.ts'
import { ParcelFields } from './parcel-fields.tsx'

type StoreFormProps = { store: OwnStore; state: FormState | undefined }

export function StoreForm({ store, state }: StoreFormProps) {
  const words = useStaffMessages()
  const t = words.joining.store
  const word = useStaffWord()
  const values: Record<string, string> = state?.values ?? storeValues(store)
  const errors = state?.errors ?? {}
  const field = fieldsOf({ values, errors }, word)
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-4">
      {/* What was read, also when the form comes back: whoever overtook it is not overwritten unseen. */}
      <input type="hidden" name="seen" value={state?.values.seen ?? fingerprint(store)} />
      {errors.form ? (
        <Notice tone="warning" role="alert">
          {word(errors.form)}
        </Notice>
      ) : null}
      <CardSection id="parcels" title={t.parcels} className="gap-4">
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <ParcelFields values={values} errors={errors} />
        </div>
        <p className="text-xs text-muted">{t.parcelsText}</p>
      </CardSection>
      <CardSection id="about" title={t.about} className="gap-4">
        <InputField {...field('phone')} type="tel" inputMode="tel" label={t.phone} hint={t.phoneHint} />
        <TextareaField
          {...field('story')}
          lang="zh-CN"
          rows={5}
          maxLength={600}
          label={words.joining.facts.story}
          hint={words.joining.facts.storyHint}
        />
        <TextareaField
          {...field('storyEn')}
          lang="en"
          rows={5}
          maxLength={1500}
          label={t.storyEn}
          isOptional={words.common.optional}
        />
      </CardSection>
      <div>
        <Button size="large">{t.save}</Button>
      </div>
    </Form>
  )
}

/** What the contract says, for the owner to read. */
export function PlatformFee({ feeBasisPoints }: Pick<OwnStore, 'feeBasisPoints'>) {
  const t = useStaffMessages().joining
  return (
    <p className="figures text-sm text-muted">
      {t.enterprises.fee} {feeBasisPoints / 100}% · {t.store.feeText}
    </p>
  )
}
