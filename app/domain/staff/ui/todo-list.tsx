import { Card } from '#app/ui/card.tsx'
import { LocalLink } from '#app/ui/local-link.tsx'

export type Todo = { to: string; title: string; count: number }

/** What waits, each with its number and the way to it. What does not wait is not shown. */
export function TodoList({ title, todos }: { title: string; todos: ReadonlyArray<Todo> }) {
  return (
    <Card as="section" labelledBy="todos" className="grid gap-2">
      <h2 id="todos" className="font-medium">
        {title}
      </h2>
      <ul className="grid divide-y divide-line">
        {todos.map(({ to, title: what, count }) => (
          <li key={to}>
            <LocalLink
              to={to}
              className="flex min-h-12 items-center justify-between gap-4 hover:text-cinnabar"
            >
              {what}
              <span className="figures title-font text-xl">{count > 99 ? '99+' : count}</span>
            </LocalLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}
