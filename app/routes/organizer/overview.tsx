import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findJoiningTodos } from '#app/domain/enterprises/joining-todos.server.ts'
import { TodoList } from '#app/domain/staff/ui/todo-list.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'see-overview')
  const joining = await findJoiningTodos(getServices(), scope)
  return { title: pageTitle(request, (t) => t.staff.organizer.overview.title), joining }
}

export default function Overview() {
  const words = useStaffMessages()
  const t = words.joining.todos
  const { joining } = useLoaderData<typeof loader>()
  const todos = [
    { to: '/organizer/applications?stage=submitted', title: t.toRecommend, count: joining.toRecommend },
    { to: '/organizer/applications?stage=recommended', title: t.toDecide, count: joining.toDecide },
    { to: '/organizer/enterprises?documents=expired', title: t.expired, count: joining.expired },
    { to: '/organizer/enterprises?documents=expiring', title: t.expiring, count: joining.expiring },
  ].filter(({ count }) => count > 0)
  return (
    <>
      <PageHeading title={words.staff.organizer.overview.title} />
      {todos.length > 0 ? (
        <TodoList title={t.title} todos={todos} />
      ) : (
        <EmptyState title={t.none} text={t.noneText} />
      )}
    </>
  )
}
