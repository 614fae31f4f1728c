import { useEffect, useState } from 'react'

export const scenes = ['overview', 'divisions', 'goods', 'flows', 'hours'] as const
export type Scene = (typeof scenes)[number]

const showFor = 25_000

export type WallControls = {
  scene: Scene
  isPaused: boolean
  isHelpOpen: boolean
  show(scene: Scene): void
  togglePause(): void
  toggleFullScreen(): void
  toggleHelp(): void
}

/** Number keys show a scene and stay there, space pauses and goes on, f fills the screen, ? helps. */
export function useWallKeys(): WallControls {
  const [scene, setScene] = useState<Scene>('overview')
  const [isPaused, setPaused] = useState(false)
  const [isHelpOpen, setHelpOpen] = useState(false)

  useEffect(() => {
    // Who asked for little motion changes scenes by hand.
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) setPaused(true)
  }, [])
  useEffect(() => {
    if (isPaused) return
    const timer = window.setInterval(() => setScene(nextScene), showFor)
    return () => window.clearInterval(timer)
  }, [isPaused])
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const asked = scenes[Number(event.key) - 1]
      if (asked) show(asked)
      else if (event.key === 'f') toggleFullScreen()
      else if (event.key === '?') setHelpOpen((isOpen) => !isOpen)
      else if (event.key === 'Escape') setHelpOpen(false)
      // On a button, space presses it.
      else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) {
        event.preventDefault()
        setPaused((was) => !was)
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })

  function show(asked: Scene): void {
    setScene(asked)
    setPaused(true)
  }

  return {
    scene,
    isPaused,
    isHelpOpen,
    show,
    togglePause: () => setPaused((was) => !was),
    toggleFullScreen,
    toggleHelp: () => setHelpOpen((isOpen) => !isOpen),
  }
}

function nextScene(scene: Scene): Scene {
  return scenes[(scenes.indexOf(scene) + 1) % scenes.length] ?? 'overview'
}

function toggleFullScreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  // A browser may refuse; the wall goes on as it is.
  change.catch(() => undefined)
}
