/** Any other address: the shop's own 404, in the language of its URL. */
export function loader() {
  throw new Response(null, { status: 404 })
}

export default function NotFound() {
  return null
}
