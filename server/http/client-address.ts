import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** Says whether the peer, `hop` steps away (0 = who connected), is a proxy of our own, whose forwarding headers count. */
export type ProxyTrust = (address: string, hop: number) => boolean

/** `TRUST_PROXY`: how many proxies stand before us, or which addresses and ranges they have. */
export function createProxyTrust(setting: number | ReadonlyArray<string>): ProxyTrust {
  if (typeof setting === 'number') return (_address, hop) => hop < setting
  const list = new BlockList()
  for (const part of setting) allow(list, part)
  return (address) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

function allow(list: BlockList, part: string): void {
  const [address = '', bits] = part.split('/')
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (bits === undefined) list.addAddress(address, family)
  else list.addSubnet(address, Number(bits), family)
}

/** The peer, or the nearest address in X-Forwarded-For that is not one of our proxies (T58). */
export function clientAddress(request: IncomingMessage, isTrusted: ProxyTrust): string {
  let address = plain(request.socket.remoteAddress ?? '')
  const hops = header(request, 'x-forwarded-for').split(',')
  for (let hop = 0; isIP(address) !== 0 && isTrusted(address, hop); hop += 1) {
    const next = plain((hops.pop() ?? '').trim())
    if (isIP(next) === 0) break
    address = next
  }
  return address
}

/** What a limit counts by: an IPv4 address, or the /64 in which every IPv6 customer has addresses beyond number. */
export function clientNetwork(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0')
  const groups = [...before, ...zeros, ...after].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

export type Origin = { protocol: 'http' | 'https'; host: string }

/** What the person's browser has in its address bar: the Host header, or a trusted proxy's word for it. */
export function requestOrigin(request: IncomingMessage, isTrusted: ProxyTrust): Origin {
  const peer = plain(request.socket.remoteAddress ?? '')
  const isForwarded = isIP(peer) !== 0 && isTrusted(peer, 0)
  const forwardedHost = isForwarded ? first(header(request, 'x-forwarded-host')) : ''
  const forwardedProtocol = isForwarded ? first(header(request, 'x-forwarded-proto')) : ''
  return {
    protocol: forwardedProtocol === 'https' ? 'https' : 'http',
    host: forwardedHost || header(request, 'host'),
  }
}

/** IPv4 peers of a dual-stack socket arrive as ::ffff:1.2.3.4. */
function plain(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(',') : (value ?? '')
}

function first(list: string): string {
  return list.split(',', 1)[0]?.trim() ?? ''
}
