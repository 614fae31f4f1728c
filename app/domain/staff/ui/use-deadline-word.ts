import { nextStep, type Waiting } from '#app/domain/after-sales/next-step.ts'
import { shanghaiMinute } from '#app/kernel/clock.ts'
import { useStaffMessages } from '#app/messages/messages.ts'

/** By when a request wants its next step, and whose it is; where the organizers decide there is no such time. */
export function useDeadlineWord() {
  const t = useStaffMessages().afterSales.list.deadlines
  return (request: Waiting & { deadlineAt: Date }) => {
    const step = nextStep(request)
    return step === 'decide' ? t.decide : t[step](shanghaiMinute(request.deadlineAt))
  }
}
