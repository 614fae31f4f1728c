import { useStaffMessages } from '#app/messages/messages.ts'

/** The sentence for an error code of a staff form; nothing for no code. */
export function useStaffWord() {
  const { afterSales, alarms, joining, people, reviewDesk, settlements, shipping, staff, team } =
    useStaffMessages()
  const words: Record<string, string> = {
    ...people.errors,
    ...staff.errors,
    ...team.errors,
    ...joining.errors,
    ...shipping.errors,
    ...afterSales.errors,
    ...alarms.errors,
    ...reviewDesk.errors,
    ...settlements.errors,
  }
  return (code: string | undefined) =>
    code === undefined ? undefined : (words[code] ?? staff.errors.unknown)
}
