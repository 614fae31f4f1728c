import { type ChildProcess, fork } from 'node:child_process'
import { constants, getPriority, setPriority } from 'node:os'
import path from 'node:path'
import type { Result } from '#app/kernel/result.ts'
import { createQueue, type Priority } from './queue.ts'
import type { PictureRefusal, Redrawing, Redrawn } from './redraw.ts'

type Drawing = Result<Redrawn, PictureRefusal>
type Answer = { id: number } & ({ result: Drawing } | { error: string })
type Waiting = { resolve: (drawing: Drawing) => void; reject: (error: Error) => void }
type Desk = { child: ChildProcess; waiting: Map<number, Waiting> }

const patient = constants.priority.PRIORITY_BELOW_NORMAL
/** Of imports as many at once as a small machine has processors; a person's photo need not wait for them. */
const queue = createQueue(3)
let desk: Desk | null = null
let asked = 0

/**
 * Photos are drawn by a process of their own. It stands behind every page: on a busy machine an upload waits, and browsing
 * does not (T63). A picture that breaks the decoder breaks that process, and the next has a new one.
 */
export function redrawApart(redrawing: Redrawing, priority: Priority = 'now'): Promise<Drawing> {
  return queue.run(() => ask(redrawing), priority)
}

async function ask(redrawing: Redrawing): Promise<Drawing> {
  desk ??= openDesk()
  const { child, waiting } = desk
  const id = ++asked
  try {
    return await new Promise<Drawing>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      child.channel?.ref()
      child.send({ id, redrawing })
    })
  } finally {
    waiting.delete(id)
    if (waiting.size === 0) child.channel?.unref()
  }
}

function openDesk(): Desk {
  const child = fork(path.resolve('app/platform/pictures/drawing-process.ts'), {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const opened: Desk = { child, waiting: new Map() }
  // At once, while it has one thread: those that it starts are as patient.
  if (child.pid) setPriority(child.pid, Math.max(getPriority(), patient))
  child.on('message', (answer: Answer) => {
    const waiting = opened.waiting.get(answer.id)
    if ('error' in answer) waiting?.reject(new Error(answer.error))
    else waiting?.resolve(answer.result)
  })
  const close = (error: Error) => {
    if (desk === opened) desk = null
    for (const { reject } of opened.waiting.values()) reject(error)
  }
  // Each message to a child that has just died is an error of its own.
  child.on('error', close)
  child.once('exit', (code, signal) => close(new Error(`the drawing process ended: ${signal ?? code}`)))
  // It ends with this process, and keeps it from ending only while it is waited for.
  child.unref()
  child.channel?.unref()
  return opened
}
