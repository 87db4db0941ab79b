import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../../platform/http/access.js';
import { mayArrange, maySeeProgressOfAll, maySeeWay } from './policy.js';

const somebody = (personId: string, ...roles: Role[]): Actor => ({ personId, institutionId: 'riverside', roles: new Set(roles) });
const amarasPlace = { personId: 'amara' };

describe('a learner’s way', () => {
  it('is seen by the learner, the office, and staff of the offering who still work on offerings', () => {
    expect(maySeeWay(somebody('amara', 'learner'), amarasPlace, false)).toBe(true);
    expect(maySeeWay(somebody('otto', 'office'), amarasPlace, false)).toBe(true);
    expect(maySeeWay(somebody('lea', 'instructor'), amarasPlace, true)).toBe(true);
    expect(maySeeWay(somebody('mira', 'assessor'), amarasPlace, true)).toBe(true);
    expect(maySeeWay(somebody('lea', 'instructor'), amarasPlace, false)).toBe(false);
    expect(maySeeWay(somebody('lea', 'learner'), amarasPlace, true)).toBe(false);
    expect(maySeeWay(somebody('jonas', 'learner'), amarasPlace, false)).toBe(false);
  });

  it('is arranged by the office and the instructors of the offering, never by oneself', () => {
    expect(mayArrange(somebody('otto', 'office'), amarasPlace, false)).toBe(true);
    expect(mayArrange(somebody('lea', 'instructor'), amarasPlace, true)).toBe(true);
    expect(mayArrange(somebody('lea', 'instructor'), amarasPlace, false)).toBe(false);
    expect(mayArrange(somebody('mira', 'assessor'), amarasPlace, true)).toBe(false);
    expect(mayArrange(somebody('amara', 'office', 'instructor'), amarasPlace, true)).toBe(false);
  });

  it('is listed with the others for staff and office', () => {
    expect(maySeeProgressOfAll(somebody('otto', 'admin'), false)).toBe(true);
    expect(maySeeProgressOfAll(somebody('mira', 'assessor'), true)).toBe(true);
    expect(maySeeProgressOfAll(somebody('mira', 'assessor'), false)).toBe(false);
    expect(maySeeProgressOfAll(somebody('amara', 'learner'), true)).toBe(false);
  });
});
