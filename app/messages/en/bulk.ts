import type { Translated } from '../translated.ts'
import type { bulk as zh } from '../zh/bulk.ts'

export const bulk: Translated<typeof zh> = {
  ticked: 'With those ticked',
  tick: (title) => `Tick ${title}`,
  tickPage: 'Tick all on this page',
  all: (most) => `All that match (at most ${most} at once)`,
  more: (count) => `More match: these are ${count} of them; go on with the next when these are done.`,
  moreLeft: 'There are more that match.',
  nextHundred: 'Show the next',
  takeDownText:
    'Changes that wait for a review or their day are withdrawn and become drafts; an undo does not submit them again.',
  left: (count) => `${count} left as ${count === 1 ? 'it was' : 'they were'}`,
  go: 'Next',
  kinds: {
    price: 'Change prices',
    publish: 'Publish',
    'take-down': 'Take down',
    'move-category': 'Change the category',
  },
  percent: 'Change in percent',
  percentHint: 'For example 10 or -5; a whole number from -90 to 300',
  percentWrong: 'Please enter a whole number from -90 to 300, but not 0',
  preview: 'Show the new prices',
  apply: (act, count) => `${act} (${count} ${count === 1 ? 'listing' : 'listings'})`,
  moveText: 'The new category is written into the draft of each; it takes effect once reviewers accept it.',
  noneTitle: 'Nothing is ticked',
  noneText: 'Tick listings in the list, then choose what to do.',
  done: (count) => `${count} ${count === 1 ? 'change' : 'changes'} made; they can be undone for a minute.`,
  nothing: 'There was nothing to change.',
  undo: 'Undo',
  undone: 'Undone; what was changed again since then stays.',
  errors: {
    unreadable: 'This could not be read; please enter it again',
    'too-late': 'More than a minute has passed; it cannot be undone',
  },
}
