import '@remix-run/node'

// With single fetch, data crosses the wire as it is (dates stay dates): the types of useLoaderData know it from here.
declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}
