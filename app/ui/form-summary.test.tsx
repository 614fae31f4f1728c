import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FormSummary } from './form-summary.tsx'

test('each line of a summary names its field and leads to it', () => {
  const state = { values: {}, errors: { title: 'needed', amount: 'needed' } }
  const names = { title: '标题', amount: '金额', numberHint: '可不填', save: () => '保存' }
  const html = renderToStaticMarkup(
    <FormSummary state={state} title="请修改" word={() => '请填写'} names={names} />,
  )
  const lines = [...html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)</g)].map(([, to, text]) => [to, text])
  expect(lines).toEqual([
    ['#title', '标题 · 请填写'],
    ['#amount', '金额 · 请填写'],
  ])
})
