import { expect, test } from 'vitest'
import { minute } from '#app/kernel/clock.ts'
import { findPasswordProblem, hashPassword, isPasswordRight } from './passwords.server.ts'
import { mayInEnterprise, mayOrganize, needsSecondStep } from './roles.ts'
import {
  currentCode,
  findTotpStep,
  hashRecoveryCode,
  newRecoveryCodes,
  newTotpSecret,
  openSecret,
  sealSecret,
} from './second-step.server.ts'

const now = new Date('2026-11-25T02:00:15Z')

test('common, short and self-naming passwords are refused (T56)', () => {
  expect(findPasswordProblem('123456789', 'owner')).toBe('password-too-short')
  for (const password of ['1234567890', 'password123!', 'qwertyuiop', 'aaaaaaaaaaaa', 'the-owner-2026'])
    expect([password, findPasswordProblem(password, 'owner')]).toEqual([password, 'password-too-common'])
  expect(findPasswordProblem('赤峰的草原很大很大啊', 'owner')).toBeNull()
  expect(findPasswordProblem('grassland-2026', 'owner')).toBeNull()
})

test('a password is kept as argon2id of at least 19 MiB and two passes (T56)', async () => {
  const hash = await hashPassword('grassland-2026')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPasswordRight(hash, 'grassland-2026')).toBe(true)
  expect(await isPasswordRight(hash, 'grassland-2027')).toBe(false)
  expect(await isPasswordRight(null, 'nobody has this password')).toBe(false)
})

test('a code holds for its step and its neighbours, and only once', () => {
  const secret = newTotpSecret()
  const code = currentCode(secret, now)
  const step = findTotpStep(secret, code, now, null)
  expect(step).toBe(BigInt(Math.floor(now.getTime() / 30_000)))
  expect(findTotpStep(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, now, null)).toBe(step)
  expect(findTotpStep(secret, code, new Date(now.getTime() + 30_000), null)).toBe(step)
  expect(findTotpStep(secret, code, new Date(now.getTime() + 2 * minute), null)).toBeNull()
  expect(findTotpStep(secret, code, now, step)).toBeNull()
})

test('the code is the one of RFC 6238', () => {
  // The RFC's example key "12345678901234567890" at 59 s: 94287082, of which six digits.
  expect(currentCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', new Date(59_000))).toBe('287082')
})

test('a sealed secret opens with its own key only', () => {
  const sealed = sealSecret('one secret of the shop, long enough', 'JBSWY3DPEHPK3PXP')
  expect(sealed).not.toContain('JBSW')
  expect(openSecret('one secret of the shop, long enough', sealed)).toBe('JBSWY3DPEHPK3PXP')
  expect(openSecret('another secret of the shop, as long', sealed)).toBeNull()
})

test('recovery codes are ten, unlike, and read however they are typed', () => {
  const { codes, hashes } = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  expect(hashRecoveryCode(` ${codes[0]?.toLowerCase().replace('-', ' ')} `)).toBe(hashes[0])
})

test('roles hold what they need and no more', () => {
  expect(mayInEnterprise('shipper', 'ship-orders', false)).toBe(true)
  expect(mayInEnterprise('shipper', 'edit-listings', false)).toBe(false)
  expect(mayInEnterprise('editor', 'read-statements', false)).toBe(false)
  expect(mayInEnterprise('owner', 'manage-team', false)).toBe(true)
  expect(mayInEnterprise('owner', 'edit-listings', true)).toBe(false)
  expect(mayInEnterprise('shipper', 'ship-orders', true)).toBe(true)
  expect(mayOrganize('division-reviewer', 'decide-applications')).toBe(false)
  expect(mayOrganize('city-organizer', 'mark-paid')).toBe(false)
  expect(needsSecondStep(['owner', 'finance'])).toBe(true)
  expect(needsSecondStep(['owner', 'viewer'])).toBe(false)
})
