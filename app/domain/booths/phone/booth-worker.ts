import { uploadSales } from './upload-sales.ts'

// The service worker of /booth: opens the till without a network, and sends what waits when the network is back. It
// keeps one page, the till, and that page's files, all of one build; nothing else, and nothing about a person.

type Waitable = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Waitable & { request: Request; respondWith(answer: Promise<Response>): void }
type Worker = EventTarget & { skipWaiting(): Promise<void>; clients: { claim(): Promise<void> } }

const worker = self as unknown as Worker
const shelfName = 'booth'
/** On bad Wi-Fi the kept till is better than a blank page. */
const patience = 5_000

worker.addEventListener('install', (event) => (event as Waitable).waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => (event as Waitable).waitUntil(worker.clients.claim()))
worker.addEventListener('sync', (event) => (event as Waitable).waitUntil(uploadOrThrow()))

worker.addEventListener('message', (event) => {
  const { page, files } = (event as Event & { data: { page: string; files: Array<string> } }).data
  ;(event as Waitable).waitUntil(keepPage(page, files))
})

worker.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Fetching
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') respondWith.call(event, openPage(request))
  else if (isFile(pathname)) respondWith.call(event, openFile(request))
})

/** The browser asks again later when it throws; for who has to sign in first it would be in vain. */
async function uploadOrThrow(): Promise<void> {
  const { outcome } = await uploadSales()
  if (outcome === 'offline' || outcome === 'not-answering' || outcome === 'too-many') throw new Error(outcome)
}

function isFile(pathname: string): boolean {
  return pathname.startsWith('/assets/') || pathname.startsWith('/pictures/')
}

/** Names of files carry their content: what is kept is what the network has. */
async function openFile(request: Request): Promise<Response> {
  const kept = await (await caches.open(shelfName)).match(request, { ignoreVary: true })
  return kept ?? (await fetch(request))
}

/** From the network while there is one, so that a deploy is seen at once; else the till. */
async function openPage(request: Request): Promise<Response> {
  try {
    const answer = await Promise.race([fetch(request), failAfter(patience)])
    // A shop that is out of order, or overrun, stops no sale: the kept till goes on.
    if (answer.status < 500 && answer.status !== 429) return answer
    return (await findKept(request)) ?? answer
  } catch {
    return (await findKept(request)) ?? Response.error()
  }
}

/** Other pages of the booth need the network: they lead back to the till. */
async function findKept(request: Request): Promise<Response | null> {
  const shelf = await caches.open(shelfName)
  const pages = (await shelf.keys()).filter(({ url }) => !isFile(new URL(url).pathname))
  const page = pages[0]
  if (!page) return null
  const { pathname } = new URL(page.url)
  if (pathname !== new URL(request.url).pathname) return Response.redirect(pathname)
  return (await shelf.match(page, { ignoreVary: true })) ?? null
}

/** The files first and the page last: what can be opened is whole. Then all else goes. */
async function keepPage(page: string, files: ReadonlyArray<string>): Promise<void> {
  const shelf = await caches.open(shelfName)
  const answer = await fetch(page, { redirect: 'error' })
  if (!answer.ok) return
  const named = (await answer.clone().text()).match(/\/assets\/[\w.-]+/g) ?? []
  const wanted = new Set([...files, ...named].map((file) => new URL(file, location.origin).href))
  await Promise.all([...wanted].map((file) => keepFile(shelf, file)))
  await shelf.put(page, answer)
  wanted.add(new URL(page, location.origin).href)
  for (const { url } of await shelf.keys()) if (!wanted.has(url)) await shelf.delete(url)
}

/** A picture may be missing, code may not. */
async function keepFile(shelf: Cache, file: string): Promise<void> {
  if (await shelf.match(file, { ignoreVary: true })) return
  const added = shelf.add(file)
  await (file.includes('/pictures/') ? added.catch(() => undefined) : added)
}

function failAfter(milliseconds: number): Promise<never> {
  return new Promise((_resolve, reject) => setTimeout(() => reject(new Error('too slow')), milliseconds))
}
