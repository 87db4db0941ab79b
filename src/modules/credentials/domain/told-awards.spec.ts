import { describe, expect, it } from '@jest/globals';
import { type OtherAward, toldAwards } from './told-awards.js';

const AMARA = 'urn:uuid:6f0f2c4e-0000-4000-8000-000000000001';

const award = (publicId: string, changes: Partial<OtherAward> = {}): OtherAward => ({
  publicId,
  visibility: 'public',
  subjectId: AMARA,
  awardedAt: '2025-03-01T00:00:00Z',
  isLater: false,
  ...changes,
});

describe('The page of an award', () => {
  it('tells of the public awards next before and next after it', () => {
    const others = [award('first'), award('second'), award('fourth', { isLater: true }), award('fifth', { isLater: true })];
    expect(toldAwards(AMARA, others)).toMatchObject({ earlier: { publicId: 'second' }, later: { publicId: 'fourth' } });
  });

  it.each(['link', 'private'] as const)('never leads to one whose visibility is %s', (visibility) => {
    const others = [award('before', { visibility }), award('after', { visibility, isLater: true })];
    expect(toldAwards(AMARA, others)).toEqual({ earlier: undefined, later: undefined });
  });

  it('never leads to one that names its learner otherwise', () => {
    const others = [award('before', { subjectId: 'did:web:amara.example' }), award('after', { subjectId: null, isLater: true })];
    expect(toldAwards(AMARA, others)).toEqual({ earlier: undefined, later: undefined });
  });

  it('takes two awards that name nobody for nobody’s in common', () => {
    expect(toldAwards(null, [award('before', { subjectId: null })])).toEqual({ earlier: undefined, later: undefined });
  });
});
