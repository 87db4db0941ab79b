import { beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { RateLimit, RateLimits } from '../../../platform/http/rate-limits.js';
import type { Person } from '../data/person.entity.js';
import { newPerson } from './new-person.js';
import type { PasswordHasher } from './password-hasher.js';
import { ProvePassword } from './prove-password.js';

const LEA = 'lea@riverside.example';
const visitor = { network: '203.0.113.9', userAgent: 'Test browser' };

describe('Proving a password', () => {
  let steps: string[];
  let provePassword: ProvePassword;
  beforeEach(() => {
    Logger.overrideLogger(false);
    steps = [];
    const limits = {
      spend: async ({ name }: RateLimit) => void steps.push(`spend ${name}`),
      giveBack: async ({ name }: RateLimit) => void steps.push(`give back ${name}`),
      forgive: async ({ name }: RateLimit) => void steps.push(`forgive ${name}`),
    };
    const hasher = {
      fits: async (kept: string | null, password: string) => {
        steps.push('hash');
        return kept !== null && kept === password;
      },
    };
    provePassword = new ProvePassword(limits as unknown as RateLimits, hasher as unknown as PasswordHasher);
  });

  const lea = (change: Partial<Person> = {}): Person => ({
    ...newPerson({ name: 'Lea', email: LEA, passwordHash: 'right' }, new Date('2026-03-01')),
    ...change,
  });

  it.each<[string, Person | null, string]>([
    ['an address that nobody has', null, 'right'],
    ['a wrong password', lea(), 'wrong'],
    ['somebody without a password', lea({ passwordHash: null }), 'right'],
    ['somebody suspended', lea({ suspendedAt: new Date('2026-03-02') }), 'right'],
  ])('takes the same steps for %s', async (_, person, password) => {
    expect(await provePassword.run(person, LEA, password, visitor)).toBe(false);
    expect(steps).toEqual(['spend password-network', 'spend password-account', 'hash']);
  });

  it('counts failures only: the account is forgiven, the network gets its one try back', async () => {
    expect(await provePassword.run(lea(), LEA, 'right', visitor)).toBe(true);
    expect(steps).toEqual([
      'spend password-network',
      'spend password-account',
      'hash',
      'give back password-network',
      'forgive password-account',
    ]);
  });
});
