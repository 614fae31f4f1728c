import { useLocation, useNavigate } from '@remix-run/react'
import { useEffect, useId, useRef, useState } from 'react'
import { localPath } from '#app/kernel/locale.ts'
import { useMessages } from '#app/messages/messages.ts'
import { Icon } from '#app/ui/icon.tsx'
import { useLocale } from '#app/ui/use-locale.ts'

type Suggestion = { text: string; label: string; kind: string; to: string }

/** A plain GET form; with JavaScript it offers terms while one types (ARIA combobox with a listbox). */
export function SearchBox() {
  const t = useMessages().common.search
  const locale = useLocale()
  const location = useLocation()
  const box = useSuggestions(locale)
  const id = useId()
  const onSearchPage = location.pathname.endsWith('/search')
  const query = onSearchPage ? (new URLSearchParams(location.search).get('q') ?? '') : ''
  const input = useRef<HTMLInputElement>(null)
  // Whoever typed before the script ran waits for suggestions, too.
  const askTyped = useRef(() => {
    const typed = input.current?.value
    if (typed && typed !== query && input.current === document.activeElement) box.ask(typed)
  })
  useEffect(() => askTyped.current(), [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to every reader that the shop serves
    <form
      role="search"
      action={localPath(locale, '/search')}
      method="get"
      className="relative"
      onBlur={box.closeOnLeave}
    >
      <input
        ref={input}
        key={query}
        type="search"
        name="q"
        role="combobox"
        defaultValue={query}
        placeholder={t.placeholder}
        aria-label={t.label}
        aria-expanded={box.isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={box.chosen ? `${id}-${box.index}` : undefined}
        autoComplete="off"
        enterKeyHint="search"
        maxLength={60}
        onChange={(event) => box.ask(event.currentTarget.value)}
        onKeyDown={useOptionKeys(box)}
        className="min-h-11 w-full rounded-full border border-line-deep bg-card pr-12 pl-4 text-base placeholder:text-muted"
      />
      <button
        type="submit"
        aria-label={t.submit}
        className="absolute top-0 right-0 flex size-11 items-center justify-center text-muted hover:text-cinnabar"
      >
        <Icon name="search" />
      </button>
      <Suggestions id={id} box={box} />
    </form>
  )
}

type Box = ReturnType<typeof useSuggestions>

function Suggestions({ id, box }: { id: string; box: Box }) {
  const t = useMessages().common.search
  const locale = useLocale()
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={t.suggestions}
      hidden={!box.isOpen}
      className="absolute inset-x-0 top-12 z-30 overflow-hidden rounded-md border border-line bg-card shadow-soft"
    >
      {box.items.map((item, index) => (
        <a
          key={item.to}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === box.index}
          tabIndex={-1}
          href={localPath(locale, item.to)}
          className="flex justify-between gap-4 px-4 py-2 hover:bg-paper aria-selected:bg-paper"
        >
          <span>{item.text}</span>
          <span className="text-sm text-muted">{item.label}</span>
        </a>
      ))}
    </div>
  )
}

/** The arrows go through the terms, Enter takes the chosen one, Escape leaves what was typed. */
function useOptionKeys(box: Box) {
  const navigate = useNavigate()
  const locale = useLocale()
  return (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      box.move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Escape' && box.isOpen) {
      // Of its own a search field would be emptied, too.
      event.preventDefault()
      box.close()
    } else if (event.key === 'Enter' && box.chosen) {
      event.preventDefault()
      box.close()
      navigate(localPath(locale, box.chosen.to))
    }
  }
}

/** Not by a fetcher: one that fails, as on a train, takes the whole page down. */
function useSuggestions(locale: string) {
  const pending = useRef<AbortController>(undefined)
  const [items, setItems] = useState<ReadonlyArray<Suggestion>>([])
  const [isWanted, setWanted] = useState(false)
  const [index, setIndex] = useState(-1)
  useEffect(() => () => pending.current?.abort(), [])

  function ask(text: string) {
    pending.current?.abort()
    setIndex(-1)
    setWanted(text.trim() !== '')
    if (text.trim() === '') return
    pending.current = new AbortController()
    const { signal } = pending.current
    fetchSuggestions(`/suggest?lang=${locale}&q=${encodeURIComponent(text.trim())}`, signal).then(
      (found) => {
        if (!signal.aborted) setItems(found)
      },
      () => undefined,
    )
  }

  return {
    items,
    index,
    chosen: items[index],
    isOpen: isWanted && items.length > 0,
    ask,
    move(step: number) {
      if (items.length > 0) setIndex((index + step + items.length) % items.length)
    },
    close() {
      setWanted(false)
      setIndex(-1)
    },
    closeOnLeave(event: React.FocusEvent) {
      if (!event.currentTarget.contains(event.relatedTarget)) setWanted(false)
    },
  }
}

const typingPause = 120

/** Waits until the typing pauses; a newer wish aborts an older one. */
async function fetchSuggestions(path: string, signal: AbortSignal): Promise<ReadonlyArray<Suggestion>> {
  await new Promise((resolve) => setTimeout(resolve, typingPause))
  signal.throwIfAborted()
  const response = await fetch(path, { signal })
  const { suggestions } = (await response.json()) as { suggestions: ReadonlyArray<Suggestion> }
  return suggestions
}
