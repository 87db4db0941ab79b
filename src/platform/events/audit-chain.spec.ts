import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, CHAIN_START, type ChainedEvent, linkHash } from './audit-chain.js';

const passed: ChainedEvent = {
  id: '0193a1f0-7c2b-7000-8000-0000000000aa',
  institutionId: '0193a1f0-7c2b-7000-8000-0000000000bb',
  type: 'assessment.passed',
  actorId: null,
  subjectType: 'enrollment',
  subjectId: '0193a1f0-7c2b-7000-8000-0000000000cc',
  particulars: { attempt: 2, corrects: false },
  occurredAt: '2026-03-01T09:30:00.250000Z',
};

describe('The hash of a link', () => {
  it('is the one that an auditor computes by hand', () => {
    // printf '%064d%s' 0 '{"actorId":null,"id":…}' | sha256sum
    expect(linkHash(CHAIN_START, passed)).toBe('ad1d0e283c1f1fcbbfff84859397b6bd270910d9f84f1d13ef60b521eb2cd966');
  });

  it('changes with every part of the event and with the link before', () => {
    const others = (Object.keys(passed) as (keyof ChainedEvent)[]).map((part) =>
      linkHash(CHAIN_START, { ...passed, [part]: 'something else' }),
    );
    const hashes = [linkHash(CHAIN_START, passed), linkHash('1'.repeat(64), passed), ...others];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('does not see what is no part of the event', () => {
    expect(linkHash(CHAIN_START, { ...passed, sequence: 7 } as ChainedEvent)).toBe(linkHash(CHAIN_START, passed));
  });
});

describe('Canonical JSON', () => {
  it('orders names by code unit and keeps everything else', () => {
    expect(canonicalJson({ b: [1, { d: 'ł', c: null }], a: true, '\u{1F600}': 0, '\uFB33': 1 })).toBe(
      '{"a":true,"b":[1,{"c":null,"d":"ł"}],"\u{1F600}":0,"\uFB33":1}',
    );
  });

  it('is one text for one value, and reads back as that value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
        expect(canonicalJson(reversed(plain))).toBe(canonicalJson(plain));
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}
