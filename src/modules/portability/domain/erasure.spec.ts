import { describe, expect, it } from '@jest/globals';
import type { Role } from '../../../platform/http/access.js';
import { dueAfter, erasureState, formerName, mayEraseMember } from './erasure.js';

const NOON = new Date('2026-03-01T12:00:00Z');
const OPEN = { cancelledAt: null, refusedAt: null, startedAt: null, finishedAt: null };

describe('an erasure', () => {
  it('waits two weeks, and then runs until it is done', () => {
    expect(dueAfter(NOON).toISOString()).toBe('2026-03-15T12:00:00.000Z');
    expect(erasureState(OPEN)).toBe('waiting');
    expect(erasureState({ ...OPEN, startedAt: NOON })).toBe('running');
    expect(erasureState({ ...OPEN, startedAt: NOON, finishedAt: NOON })).toBe('done');
  });

  it('is over when it was taken back or refused', () => {
    expect(erasureState({ ...OPEN, cancelledAt: NOON })).toBe('cancelled');
    expect(erasureState({ ...OPEN, refusedAt: NOON })).toBe('refused');
  });
});

describe('asking for somebody else', () => {
  const who = (personId: string, ...roles: Role[]) => ({ personId, roles: new Set(roles) });

  it('is for the office with learners, and for administrators with everybody but themselves', () => {
    expect(mayEraseMember(who('olga', 'office'), who('amara', 'learner'))).toBe(true);
    expect(mayEraseMember(who('olga', 'office'), who('ada', 'learner', 'assessor'))).toBe(false);
    expect(mayEraseMember(who('mina', 'admin'), who('ada', 'assessor'))).toBe(true);
    expect(mayEraseMember(who('mina', 'admin'), who('mina', 'admin'))).toBe(false);
    expect(mayEraseMember(who('ines', 'instructor'), who('amara', 'learner'))).toBe(false);
  });
});

describe('what stands in the place of a name', () => {
  it('is the role by which others knew them, in the language of the institution', () => {
    expect(formerName(['learner', 'assessor'], 'en')).toBe('Former assessor');
    expect(formerName(['learner'], 'de-AT')).toBe('Ehemals Lernende');
    expect(formerName([], 'fr')).toBe('Former member');
  });
});
