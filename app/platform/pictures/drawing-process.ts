import sharp from 'sharp'
import { type Redrawing, redraw } from './redraw.ts'

// One thread a drawing, and nothing remembered of one that is done.
sharp.concurrency(1)
sharp.cache(false)

process.on('message', async ({ id, redrawing }: { id: number; redrawing: Redrawing }) => {
  const answer = await redraw(redrawing).then(
    (result) => ({ id, result }),
    (error: unknown) => ({ id, error: String(error) }),
  )
  process.send?.(answer)
})
process.once('disconnect', () => process.exit(0))
