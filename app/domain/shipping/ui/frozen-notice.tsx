import { useStaffMessages } from '#app/messages/messages.ts'
import { Notice } from '#app/ui/notice.tsx'

/** From Friday on, wherever something frozen may leave: see frozen-days.ts. */
export function FrozenNotice() {
  return <Notice tone="warning">{useStaffMessages().shipping.parcel.frozen}</Notice>
}
