import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countTodos } from '#app/domain/enterprises/count-todos.server.ts'
import { todoKinds, todoPlaces } from '#app/domain/enterprises/todos.ts'
import { findFairStanding } from '#app/domain/exhibitions/own-results.server.ts'
import { FairStanding } from '#app/domain/exhibitions/ui/fair-standing.tsx'
import { readEnterpriseSales } from '#app/domain/sales/enterprise-sales.server.ts'
import { SalesToday } from '#app/domain/sales/ui/sales-today.tsx'
import { enterpriseMay } from '#app/domain/staff/scope.ts'
import { TodoList } from '#app/domain/staff/ui/todo-list.tsx'
import { useStaffMessages } from '#app/messages/messages.ts'
import { pageTitle } from '#app/messages/page-title.server.ts'
import { getServices } from '#app/platform/services.server.ts'
import { requireEnterprise } from '#app/platform/staff-session.server.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'

export { personalMeta as meta } from '#app/platform/personal-page.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireEnterprise(request, params.enterprise, 'see-dashboard')
  const services = getServices()
  const [todos, sales, standing] = await Promise.all([
    countTodos(services, scope),
    readEnterpriseSales(services, scope),
    findFairStanding(services, scope),
  ])
  return {
    title: pageTitle(request, (t) => t.staff.enterprise.dashboard.title),
    home: `/enterprise/${scope.slug}`,
    kinds: todoKinds.filter((kind) => enterpriseMay(scope, todoPlaces[kind].capability)),
    todos,
    sales,
    standing,
  }
}

export default function Dashboard() {
  const words = useStaffMessages()
  const t = words.dashboard.todos
  const { home, kinds, todos: counts, sales, standing } = useLoaderData<typeof loader>()
  const todos = kinds.map((kind) => ({
    to: home + todoPlaces[kind].path,
    title: t[kind],
    count: counts[kind],
    note: counts.late[kind] ? t.late(counts.late[kind]) : undefined,
  }))
  return (
    <>
      <PageHeading title={words.staff.enterprise.dashboard.title} />
      <div className="grid grid-cols-1 gap-6">
        <TodoList title={t.title} todos={todos} />
        {standing ? <FairStanding standing={standing} to={`${home}/exhibitions`} /> : null}
        <SalesToday sales={sales} />
      </div>
    </>
  )
}
