/** Pack sizes that are words rather than figures. */
const words: Readonly<Record<string, string>> = {
  '2.5cm方章': '2.5 cm square seal',
  '3.2kg(400g×8)': '3.2 kg (8 × 400 g)',
  '4kg/盒': '4 kg box',
  '5kg/盒': '5 kg box',
  '500g×6罐': '6 tins of 500 g',
  '500g×8罐': '8 tins of 500 g',
  '500ml×2礼盒': '2 × 500 ml gift box',
  '20g×20袋': '20 sachets of 20 g',
  '1个 约8斤': 'one, about 4 kg',
  '2个 约16斤': 'two, about 8 kg',
  '1只 约1.5kg': 'one, about 1.5 kg',
  '2只': 'two birds',
  '2个装 约5斤': 'two, about 2.5 kg',
  '4个装 约10斤': 'four, about 5 kg',
  '半只 约8kg': 'half, about 8 kg',
  '整只 约16kg': 'whole, about 16 kg',
  '8只 公2.5两母2两': 'eight: males 125 g, females 100 g',
  '8斤(6-8种)': '4 kg (6 to 8 kinds)',
  '10个': '10 pieces',
  '20个': '20 pieces',
  '30枚': '30 eggs',
  '60枚': '60 eggs',
  '6个礼盒': 'gift box of six',
  '8件装': 'eight items',
  '12件装': 'twelve items',
  礼盒12枚: 'gift box of 12',
  一壶四杯: 'ewer and four cups',
  单壶: 'ewer only',
  中号1把: 'one, medium',
  大号2把: 'two, large',
  单个: 'single',
  单件: 'single piece',
  单把: 'single',
  单枚: 'single',
  单肩包: 'shoulder bag',
  小包: 'pouch',
  卷轴: 'scroll',
  小幅: 'small sheet',
  大号: 'large',
  小号: 'small',
  套装: 'set',
  精品: 'select piece',
  礼盒: 'gift box',
  对章礼盒: 'paired seals, gift box',
  对装礼盒: 'pair, gift box',
  礼盒对装: 'pair, gift box',
  寿桃礼盒: 'longevity peaches, gift box',
  直径30cm: '30 cm across',
  直径40cm: '40 cm across',
}

const units: Readonly<Record<string, string>> = { g: 'g', kg: 'kg', ml: 'ml', L: 'L' }

/**
 * English for a pack size: `500g×4` is "4 × 500 g", `5斤` is "2.5 kg".
 * @throws RangeError for a label that nobody has translated.
 */
export function variantLabelEn(label: string): string {
  const word = words[label]
  if (word) return word
  const jin = /^(\d+)斤(?:×(\d+))?$/.exec(label)
  if (jin) return times(`${Number(jin[1]) / 2} kg`, jin[2])
  const size = /^(\d+)×(\d+)cm$/.exec(label)
  if (size) return `${size[1]} × ${size[2]} cm`
  const measure = /^(\d+(?:\.\d+)?)(g|kg|ml|L)((?:×\d+)*)$/.exec(label)
  if (!measure) throw new RangeError(`no English for the pack size ${label}`)
  const count = (measure[3] ?? '').split('×').filter(Boolean)
  return times(`${measure[1]} ${units[measure[2] ?? ''] ?? ''}`, ...count)
}

function times(measure: string, ...counts: Array<string | undefined>): string {
  const count = counts.reduce((product, each) => product * Number(each ?? 1), 1)
  return count > 1 ? `${count} × ${measure}` : measure
}
