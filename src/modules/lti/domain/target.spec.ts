import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTarget, type Target, writeTarget } from './target.js';

const target: fc.Arbitrary<Target> = fc.oneof(
  fc.record({ kind: fc.constantFrom('micro-credential' as const, 'project' as const), microCredentialId: fc.uuid() }),
  fc.record({ kind: fc.constantFrom('course' as const, 'activity' as const), microCredentialId: fc.uuid(), nodeId: fc.uuid() }),
);

describe('What a link shows', () => {
  it('is read as it was written', () => {
    fc.assert(fc.property(target, (one) => expect(readTarget(writeTarget(one))).toEqual(one)));
  });

  it.each([
    '',
    '$ResourceLink.id',
    'project:',
    'course:0190a0a0-0000-7000-8000-000000000001',
    'page:0190a0a0-0000-7000-8000-000000000001',
  ])('is nothing in %j', (text) => expect(readTarget(text)).toBeNull());
});
