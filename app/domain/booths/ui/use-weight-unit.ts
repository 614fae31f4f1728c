import { useEffect, useState } from 'react'
import { useLocale } from '#app/ui/use-locale.ts'
import { recallWeightUnit, type WeightUnit, weightUnitCookie } from '../weight.ts'

/**
 * The unit that this phone's scale shows; until it was chosen once, the customary one. `remembered` is the server's word,
 * for where no script runs: in a page that was kept for the time without a network it may be an old one.
 */
export function useWeightUnit(
  remembered: WeightUnit | null,
): readonly [unit: WeightUnit, choose: (unit: WeightUnit) => void] {
  const customary = useLocale() === 'zh' ? 'jin' : 'kg'
  const [unit, setUnit] = useState(remembered ?? customary)
  useEffect(() => {
    const recalled = recallWeightUnit(document.cookie)
    if (recalled) setUnit(recalled)
  }, [])
  function choose(wanted: WeightUnit) {
    setUnit(wanted)
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and WeChat's browser
    document.cookie = weightUnitCookie(wanted)
  }
  return [unit, choose]
}
