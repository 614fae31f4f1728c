import { LocalLink } from '#app/ui/local-link.tsx'

type Todo = { to: string; title: string; count: number; note?: string | undefined }
type TodoListProps = {
  title: string
  todos: ReadonlyArray<Todo>
}

/** What waits, each with its number and the way to it; what is done is quiet. */
export function TodoList({ title, todos }: TodoListProps) {
  return (
    <ul aria-label={title} className="grid grid-cols-2 gap-2 md:grid-cols-3">
      {todos.map((todo) => (
        <Tile key={todo.to} todo={todo} />
      ))}
    </ul>
  )
}

function Tile({ todo: { to, title, count, note } }: { todo: Todo }) {
  const look = count > 0 ? 'border-millet bg-millet-wash' : 'border-line bg-card text-muted'
  return (
    <li>
      <LocalLink
        to={to}
        className={`flex min-h-16 items-center justify-between gap-2 rounded-md border p-3 text-sm hover:border-ink ${look}`}
      >
        <span>
          {title}
          {note ? <span className="block text-xs text-berry">{note}</span> : null}
        </span>
        <span className="title-font figures shrink-0 text-xl">{count < 100 ? count : '99+'}</span>
      </LocalLink>
    </li>
  )
}
