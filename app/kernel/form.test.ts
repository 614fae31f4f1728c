import { expect, test } from 'vitest'
import { formTexts, formValues } from './form.ts'

test('a new line is the same one, sent by a script or by the browser itself', () => {
  const form = new FormData()
  for (const sent of ['一行\n两行', '一行\r\n两行']) form.append('body', sent)
  expect(formTexts(form, 'body')).toEqual(['一行\n两行', '一行\n两行'])
  expect(formValues(form)).toEqual({ body: '一行\n两行' })
})
