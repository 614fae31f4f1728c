import { useStaffMessages } from '#app/messages/messages.ts'
import { LocalLink } from '#app/ui/local-link.tsx'
import { mostTodos, type TodoKind, type Todos, todoPlaces } from '../todos.ts'

type TodoListProps = { todos: Todos; kinds: ReadonlyArray<TodoKind>; home: string }

/** What waits, first; what is done is quiet. */
export function TodoList({ todos, kinds, home }: TodoListProps) {
  const t = useStaffMessages().dashboard.todos
  return (
    <ul aria-label={t.title} className="grid grid-cols-2 gap-2 md:grid-cols-3">
      {kinds.map((kind) => (
        <Todo key={kind} title={t[kind]} count={todos[kind]} to={home + todoPlaces[kind].path} />
      ))}
    </ul>
  )
}

function Todo({ title, count, to }: { title: string; count: number; to: string }) {
  const look = count > 0 ? 'border-millet bg-millet-wash' : 'border-line bg-card text-muted'
  return (
    <li>
      <LocalLink
        to={to}
        className={`flex min-h-16 items-center justify-between gap-2 rounded-md border p-3 text-sm hover:border-ink ${look}`}
      >
        <span>{title}</span>
        <span className="title-font figures text-xl">{count < mostTodos ? count : `${mostTodos - 1}+`}</span>
      </LocalLink>
    </li>
  )
}
