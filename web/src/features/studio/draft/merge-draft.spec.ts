import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changedFields, mergeDraft } from './merge-draft';

const base = {
  title: 'Reading data',
  summary: '',
  outcomes: ['a'] as string[],
  level: null as null | { value: string; framework: string },
};

describe('two drafts of one base', () => {
  it('go together where they changed different fields', () => {
    const merged = mergeDraft(base, { ...base, title: 'Mine' }, { ...base, outcomes: ['a', 'b'] });
    expect(merged).toEqual({ merged: { ...base, title: 'Mine', outcomes: ['a', 'b'] }, disputed: [] });
  });
  it('are disputed where both changed the same one, and mine stays in the form', () => {
    const merged = mergeDraft(base, { ...base, title: 'Mine' }, { ...base, title: 'Theirs', summary: 'New' });
    expect(merged).toEqual({ merged: { ...base, title: 'Mine', summary: 'New' }, disputed: ['title'] });
  });
  it('are not disputed where both wrote the same, in whatever order its parts stand', () => {
    const mine = { ...base, level: { framework: 'EQF', value: '5' } };
    const theirs = { ...base, level: { value: '5', framework: 'EQF' } };
    expect(mergeDraft(base, mine, theirs).disputed).toEqual([]);
  });
  it('hold an absent field and null for the same', () => {
    expect(changedFields<Record<string, unknown>>({}, { awardTerms: null })).toEqual([]);
  });
});

const draft = fc.record({ a: fc.nat(3), b: fc.nat(3), c: fc.nat(3) });

describe('whatever two people write', () => {
  it('nothing of mine is lost, and nothing of theirs but what is disputed', () => {
    fc.assert(
      fc.property(draft, draft, draft, (before, mine, theirs) => {
        const { merged, disputed } = mergeDraft(before, mine, theirs);
        for (const key of changedFields(before, mine)) expect(merged[key]).toBe(mine[key]);
        for (const key of changedFields(before, theirs)) if (!disputed.includes(key)) expect(merged[key]).toBe(theirs[key]);
      }),
    );
  });
});
