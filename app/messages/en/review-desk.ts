import type { Translated } from '../translated.ts'
import type { reviewDesk as zh } from '../zh/review-desk.ts'

export const reviewDesk: Translated<typeof zh> = {
  title: 'Reviews',
  text: 'Replies are shown on the product page, to everybody.',
  stand: { unanswered: 'To answer', all: 'All' },
  none: 'No reviews to answer',
  noneText: 'Reviews of buyers appear here once they are let through.',
  reply: 'Reply',
  edit: 'Change the reply',
  replyTo: (author) => `Reply to the review of ${author}`,
  replyHint: 'Stay with the matter; nothing personal about the buyer',
  save: 'Publish the reply',
  current: 'Reply of the enterprise:',
  saved: 'Published. The product page shows the new reply.',
  changed: 'This review has changed meanwhile; please read it again first.',
  moderation: {
    title: 'Reviews to check',
    text: 'Hide only what is unlawful, abusive, private or not about the goods; a bad mark is no reason.',
    stand: { pending: 'To check', published: 'Shown', hidden: 'Hidden' },
    none: 'No reviews here',
    publish: 'Show',
    publishLabel: (author) => `Show the review of ${author}`,
    hide: 'Hide',
    hideLabel: (author) => `Hide the review of ${author}`,
    reason: 'Why it is hidden',
    confirm: 'Hide it',
    done: 'Done.',
  },
  errors: {
    'reply-required': 'Write two letters at least',
    'hide-reason-required': 'Say why',
    'review-required': 'Please use the list of reviews',
  },
}
