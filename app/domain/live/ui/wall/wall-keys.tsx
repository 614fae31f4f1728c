import { liveWords } from '#app/messages/live-words.ts'
import { useIsScripted } from '#app/ui/use-is-scripted.ts'
import { useLocale } from '#app/ui/use-locale.ts'
import { scenes, type WallControls } from './use-wall-keys.ts'

/** What the keys do, as buttons for who has a mouse or a finger; in full on `?`. Nothing where no script hears them. */
export function WallKeys({ controls }: { controls: WallControls }) {
  const words = liveWords(useLocale()).wall
  const isScripted = useIsScripted()
  const pause = controls.isPaused ? words.keys.resume : words.keys.pause
  if (!isScripted) return null
  return (
    <nav className="wall-keys" aria-label={words.keys.title}>
      {scenes.map((scene, index) => (
        <button
          key={scene}
          type="button"
          aria-pressed={controls.scene === scene}
          onClick={() => controls.show(scene)}
        >
          <kbd>{index + 1}</kbd>
          {words.scenes[scene]}
        </button>
      ))}
      <button type="button" onClick={controls.togglePause}>
        <kbd>{words.space}</kbd>
        {pause}
      </button>
      <button type="button" onClick={controls.toggleFullScreen}>
        <kbd>f</kbd>
        {words.keys.fullScreen}
      </button>
      <button type="button" aria-expanded={controls.isHelpOpen} onClick={controls.toggleHelp}>
        <kbd>?</kbd>
        {words.keys.help}
      </button>
      {controls.isHelpOpen ? <Help controls={controls} /> : null}
    </nav>
  )
}

function Help({ controls }: { controls: WallControls }) {
  const words = liveWords(useLocale()).wall
  const keys = [
    [`1 – ${scenes.length}`, words.keys.scene],
    [words.space, `${words.keys.pause} / ${words.keys.resume}`],
    ['f', words.keys.fullScreen],
    ['?', words.keys.help],
  ]
  return (
    <dialog open className="wall-help" aria-label={words.keys.title}>
      <dl>
        {keys.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={controls.toggleHelp}>
        {words.keys.close}
      </button>
    </dialog>
  )
}
