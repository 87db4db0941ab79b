import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { claim, heartbeat, LEASE_SECONDS, leaseState, type Claim, type Heartbeat, type Lease } from './lease.js';

const NOON = new Date('2026-09-07T12:00:00Z');
const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);
const miaSince = (seconds: number): Lease => ({
  holderId: 'mia',
  claimedAt: after(seconds),
  expiresAt: after(seconds + LEASE_SECONDS),
});

describe('a lease', () => {
  it('is given to the first who asks and kept from others while it lasts', () => {
    expect(claim(null, 'mia', NOON)).toEqual({ claimed: true, lease: miaSince(0), takenFrom: null });
    expect(claim(miaSince(0), 'noor', after(LEASE_SECONDS - 1))).toEqual({
      claimed: false,
      reason: { key: 'held_by_other', holderId: 'mia', until: after(LEASE_SECONDS) },
    });
  });

  it('may be taken over from the moment it ends', () => {
    const taken = claim(miaSince(0), 'noor', after(LEASE_SECONDS));
    expect(taken).toMatchObject({
      claimed: true,
      takenFrom: 'mia',
      lease: { holderId: 'noor', claimedAt: after(LEASE_SECONDS) },
    });
  });

  it('lasts on with each heartbeat, also one that comes just too late', () => {
    expect(heartbeat(miaSince(0), 'mia', after(60))).toEqual({
      kept: true,
      lease: { ...miaSince(0), expiresAt: after(60 + LEASE_SECONDS) },
    });
    expect(heartbeat(miaSince(0), 'mia', after(LEASE_SECONDS + 5)).kept).toBe(true);
  });

  it('tells Mia who has it now when she comes back too late', () => {
    const noors = { ...miaSince(0), holderId: 'noor' };
    expect(heartbeat(noors, 'mia', after(1))).toEqual({ kept: false, reason: { key: 'lease_lost', takenBy: 'noor' } });
    expect(heartbeat(null, 'mia', after(1))).toEqual({ kept: false, reason: { key: 'lease_lost', takenBy: null } });
  });

  it('keeps when it began as its holder claims again', () => {
    expect(claim(miaSince(0), 'mia', after(60))).toMatchObject({
      lease: { claimedAt: NOON, expiresAt: after(60 + LEASE_SECONDS) },
    });
  });

  it('is free, mine, held or lapsed', () => {
    const states = [leaseState(null, 'mia', NOON), leaseState(miaSince(0), 'mia', after(9999))];
    const others = [leaseState(miaSince(0), 'noor', after(1)), leaseState(miaSince(0), 'noor', after(LEASE_SECONDS))];
    expect([...states, ...others]).toEqual(['free', 'mine', 'held', 'lapsed']);
  });

  it('is never shortened by heartbeats out of order', () => {
    const seconds = fc.integer({ min: -100, max: LEASE_SECONDS });
    fc.assert(
      fc.property(fc.array(seconds), (beats) => {
        let lease = miaSince(0);
        for (const beat of beats) {
          const kept = heartbeat(lease, 'mia', after(beat));
          if (!kept.kept) throw new Error('lost');
          expect(kept.lease.expiresAt.getTime()).toBeGreaterThanOrEqual(lease.expiresAt.getTime());
          lease = kept.lease;
        }
      }),
    );
  });

  it('never has two holders at one time, whoever asks when', () => {
    const step = fc.record({ who: fc.constantFrom('mia', 'noor', 'omar'), wait: fc.nat(LEASE_SECONDS * 2), beats: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let lease: Lease | null = null;
        let now = 0;
        for (const { who, wait, beats } of steps) {
          now += wait;
          const before: Lease | null = lease;
          const answer: Claim | Heartbeat = beats ? heartbeat(before, who, after(now)) : claim(before, who, after(now));
          if ('lease' in answer) lease = answer.lease;
          const changedHands = before !== null && lease !== null && before.holderId !== lease.holderId;
          if (before !== null && changedHands) expect(before.expiresAt.getTime()).toBeLessThanOrEqual(after(now).getTime());
        }
      }),
    );
  });
});
