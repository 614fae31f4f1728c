import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findOrganizerTodos } from '#app/domain/enterprises/organizer-todos.server.ts'
import { listCurrentFairs } from '#app/domain/exhibitions/current-fairs.server.ts'
import { CurrentFairs } from '#app/domain/exhibitions/ui/current-fairs.tsx'
import { organizerMay } from '#app/domain/staff/scope.ts'
import { TodoList } from '#app/domain/staff/ui/todo-list.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireOrganizer } from '#app/platform/staff-session.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await requireOrganizer(request, 'see-overview')
  const services = getServices()
  const [todos, fairs] = await Promise.all([
    findOrganizerTodos(services, scope),
    listCurrentFairs(services, scope),
  ])
  return {
    title: pageTitle(request, (t) => t.staff.organizer.overview.title),
    todos,
    fairs,
    mayOpenWall: organizerMay(scope, 'read-figures'),
    mayRecord: organizerMay(scope, 'record-sales'),
  }
}

export default function Overview() {
  const words = useStaffMessages()
  const t = words.joining.todos
  const { todos, fairs, mayOpenWall, mayRecord } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={words.staff.organizer.overview.title} />
      <div className="grid grid-cols-1 gap-8">
        {todos.length > 0 ? (
          <TodoList title={t.title} todos={todos.map(({ kind, ...todo }) => ({ ...todo, title: t[kind] }))} />
        ) : (
          <p className="text-sm text-muted">{t.none}</p>
        )}
        {fairs.length > 0 ? (
          <CurrentFairs fairs={fairs} mayOpenWall={mayOpenWall} mayRecord={mayRecord} />
        ) : null}
      </div>
    </>
  )
}
