import { tagsHeader } from './public-page.ts'

/** A public JSON answer: the same for everybody, kept by the host until one of its tags is dropped. */
export function publicJson(body: unknown, tags: ReadonlyArray<string>): Response {
  return new Response(JSON.stringify(body), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
      [tagsHeader]: tags.join(' '),
    },
  })
}

/** An error of the public API (RFC 9457). Never kept. */
export function problemJson(problem: { status: number }): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'access-control-allow-origin': '*',
    },
  })
}
