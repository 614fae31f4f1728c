import { fen, formatFen } from '#app/kernel/money.ts'
import { yuanInput } from '#app/kernel/yuan-input.ts'
import { useStaffMessages } from '#app/messages/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, InputField } from '#app/ui/field.tsx'
import { mostVariants, type VariantDraft } from '../draft.ts'
import { EditorSection, type SectionProps } from './editor-section.tsx'

type VariantsProps = SectionProps & {
  /** Article numbers of what shoppers know: their price and stock change elsewhere, and they are not removed. */
  onSale: ReadonlySet<string>
}

export function VariantsSection({ draft, errorOf, comments, onSale }: VariantsProps) {
  const t = useStaffMessages().listings
  const error = errorOf('variants')
  return (
    <EditorSection id="variants" title={t.editor.variants} fields={['variants']} comments={comments}>
      {error ? (
        <p id="variants" className="text-sm text-berry">
          {error}
        </p>
      ) : null}
      {draft.variants.map((variant, index) => (
        <VariantFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a new variant has nothing else; the list is drawn anew when its shape changes
          key={index}
          variant={variant}
          index={index}
          isOnSale={onSale.has(variant.sku)}
          errorOf={errorOf}
        />
      ))}
      {draft.variants.length < mostVariants ? (
        <div>
          <Button name="intent" value="add-variant" kind="secondary">
            {t.variant.add}
          </Button>
        </div>
      ) : null}
    </EditorSection>
  )
}

type VariantFieldsProps = {
  variant: VariantDraft
  index: number
  isOnSale: boolean
  errorOf: SectionProps['errorOf']
}

function VariantFields({ variant, index, isOnSale, errorOf }: VariantFieldsProps) {
  const words = useStaffMessages().listings
  const t = words.variant
  const at = `variants.${index}`
  const field = (name: keyof VariantDraft & keyof typeof t) => ({
    id: `${at}.${name}`,
    name: `${at}.${name}`,
    label: String(t[name]),
    error: errorOf(`${at}.${name}`),
  })
  const isDetailed = (['barcode', 'sku', 'labelEn'] as const).some((name) => errorOf(`${at}.${name}`))
  const number = { inputMode: 'numeric', autoComplete: 'off' } as const
  return (
    <fieldset className="grid grid-cols-2 gap-3 rounded-sm border border-line p-3 md:grid-cols-4">
      <legend className="px-1 text-sm font-medium">{t.heading(index + 1)}</legend>
      <div className="col-span-2">
        <InputField {...field('label')} hint={t.labelHint} maxLength={120} defaultValue={variant.label} />
      </div>
      {isOnSale ? (
        <CurrentPrice variant={variant} at={at} />
      ) : (
        <>
          <InputField
            {...field('priceFen')}
            inputMode="decimal"
            autoComplete="off"
            defaultValue={variant.priceFen === null ? '' : yuanInput(fen(variant.priceFen))}
          />
          <InputField {...field('initialStock')} {...number} defaultValue={variant.initialStock ?? ''} />
        </>
      )}
      <InputField {...field('netGrams')} {...number} defaultValue={variant.netGrams ?? ''} />
      <InputField {...field('minQuantity')} {...number} defaultValue={variant.minQuantity} />
      <InputField {...field('maxPerPerson')} {...number} defaultValue={variant.maxPerPerson ?? ''} />
      <details open={isDetailed} className="col-span-2 md:col-span-4">
        <summary className="inline-flex min-h-11 items-center text-sm text-cinnabar">{t.moreFields}</summary>
        <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
          <InputField {...field('barcode')} {...number} defaultValue={variant.barcode} />
          {isOnSale ? null : (
            <InputField {...field('sku')} hint={t.skuHint} maxLength={40} defaultValue={variant.sku} />
          )}
          <div className="col-span-2">
            <InputField {...field('labelEn')} maxLength={120} defaultValue={variant.labelEn} />
          </div>
        </div>
      </details>
      {isOnSale ? (
        <div className="col-span-2">
          <CheckboxField id={`${at}.isActive`} name={`${at}.isActive`} defaultChecked={variant.isActive}>
            {t.isActive}
          </CheckboxField>
        </div>
      ) : (
        <>
          <input type="hidden" name={`${at}.isActive`} value="on" />
          <div className="col-span-2 md:col-span-4">
            <Button name="intent" value={`remove-variant:${index}`} kind="quiet">
              {t.remove(index + 1)}
            </Button>
          </div>
        </>
      )}
    </fieldset>
  )
}

function CurrentPrice({ variant, at }: { variant: VariantDraft; at: string }) {
  const t = useStaffMessages().listings
  return (
    <p className="col-span-2 grid content-start gap-1 text-sm">
      <span className="font-medium">{t.variant.priceFen}</span>
      <span className="figures py-2 text-base">{formatFen(fen(variant.priceFen ?? 0))}</span>
      <a href="#prices" className="text-xs text-cinnabar underline underline-offset-4">
        {t.hints.price}
      </a>
      <input type="hidden" name={`${at}.sku`} value={variant.sku} />
    </p>
  )
}
