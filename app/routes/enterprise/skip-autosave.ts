import type { ShouldRevalidateFunctionArgs } from '@remix-run/react'

/** What saves itself does not draw the page anew under the writer's hands, nor the frame around it. */
export function shouldRevalidate({
  formData,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return formData?.get('intent') !== 'autosave' && defaultShouldRevalidate
}
