import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../../platform/http/problem.js';
import { readFacts } from './read-facts.js';

const ID = '01a20948-26ae-753c-ae6c-0d19f7286193';
const fact = { id: ID, activityId: ID, kind: 'progressed', value: 0.5, effectiveAt: '2026-09-07T09:00:00+02:00' };

/** The fields that are refused. */
function refused(body: unknown): string[] {
  try {
    readFacts(body);
  } catch (error) {
    if (error instanceof Problem && error.type.status === 400) return (error.particulars.errors ?? []).map(({ field }) => field);
    throw error;
  }
  return [];
}

const many = (count: number) => Array.from({ length: count }, () => fact);
const refusedIn = (changes: object) => refused({ facts: [{ ...fact, ...changes }] });

describe('the body of a telling', () => {
  it('is read into facts', () => {
    expect(readFacts({ facts: [fact, { ...fact, id: ID.toUpperCase(), kind: 'completed', value: undefined }] })).toEqual([
      { ...fact, effectiveAt: new Date('2026-09-07T07:00:00Z') },
      { ...fact, kind: 'completed', value: 1, effectiveAt: new Date('2026-09-07T07:00:00Z') },
    ]);
  });

  it('needs a list of 1 to 200 facts and nothing beside it', () => {
    for (const body of [undefined, null, [], 'facts', {}, { facts: [] }, { facts: 'all' }, { facts: many(201) }]) {
      expect(refused(body)).toEqual(['facts']);
    }
    expect(refused({ facts: many(200) })).toEqual([]);
    expect(refused({ facts: [fact], force: true })).toEqual(['force']);
  });

  it('names every field that cannot be used, in every fact', () => {
    expect(refused({ facts: [{}, 7, { ...fact, id: 'one', source: 'quiz' }] })).toEqual([
      'facts[0].id',
      'facts[0].activityId',
      'facts[0].kind',
      'facts[0].effectiveAt',
      'facts[1]',
      'facts[2].source',
      'facts[2].id',
    ]);
  });

  it('takes shares from 0 to 1 only, and asks for one with progress', () => {
    for (const value of [-0.01, 1.01, Number.NaN, '0.5', null]) expect(refusedIn({ value })).toEqual(['facts[0].value']);
    expect(refusedIn({ value: undefined })).toEqual(['facts[0].value']);
    expect(refusedIn({ value: undefined, kind: 'completed' })).toEqual([]);
    expect(refusedIn({ value: 1 })).toEqual([]);
  });

  it('takes times with an offset only, and only what learners may tell', () => {
    for (const effectiveAt of ['2026-09-07', '2026-09-07T09:00:00', '2026-13-07T09:00:00Z', 'today', 1_788_771_600_000]) {
      expect(refusedIn({ effectiveAt })).toEqual(['facts[0].effectiveAt']);
    }
    expect(refusedIn({ kind: 'waived' })).toEqual(['facts[0].kind']);
  });
});
