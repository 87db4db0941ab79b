import { describe, expect, it } from '@jest/globals';
import type { KeySecret } from '../../../../platform/keys/key-secret.js';
import { PairwiseNames } from './pairwise-names.js';

const RIVERSIDE = '00000001-0000-7000-8000-000000000001';
const HARBOUR = '00000001-0000-7000-8000-000000000002';
const LEA = '00000002-0000-7000-8000-000000000001';
const NOOR = '00000002-0000-7000-8000-000000000002';

describe('what a learner is called in badges', () => {
  const names = new PairwiseNames({ key: Buffer.alloc(32, 7) } as KeySecret);

  it('never changes: issued badges say it', () => {
    expect(names.of(RIVERSIDE, LEA)).toBe('urn:uuid:9a4148f8-07f4-8821-bbd8-defa2c4406b8');
    expect(names.of(RIVERSIDE, NOOR)).toBe('urn:uuid:98ed5b52-29bf-847d-8869-e3bccadc7fba');
  });

  it('is another at every institution', () => {
    expect(names.of(HARBOUR, LEA)).not.toBe(names.of(RIVERSIDE, LEA));
  });
});
