import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { merged, readRosterPage, type RosterMember } from './roster.js';

const LEARNER = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner';
const MENTOR = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor';

const pageOf = (...members: unknown[]) => readRosterPage({ id: 'x', context: { id: '1' }, members });
const only = (entry: unknown) => pageOf(entry)?.members[0];

describe('A page of a roster', () => {
  it('says who is there, and what they are', () => {
    expect(only({ user_id: '7', status: 'Active', name: 'Amara Okafor', roles: [LEARNER] })).toEqual({
      subject: '7',
      name: 'Amara Okafor',
      isActive: true,
      isStaff: false,
    });
  });

  it.each([
    ['the status is left out', { user_id: '7', roles: [LEARNER] }, { isActive: true, isStaff: false }],
    ['roles are short names', { user_id: '7', roles: ['Learner', 'Instructor'] }, { isActive: true, isStaff: true }],
    ['somebody is inactive', { user_id: '7', roles: ['Instructor'], status: 'Inactive' }, { isActive: false, isStaff: false }],
    ['somebody is deleted', { user_id: '7', roles: ['Learner'], status: 'Deleted' }, { isActive: false, isStaff: false }],
    ['somebody only looks on', { user_id: '7', roles: [MENTOR] }, { isActive: false, isStaff: false }],
    ['roles are kept back', { user_id: '7' }, { isActive: false, isStaff: false }],
    ['the id is a number', { user_id: 7, roles: ['Learner'] }, { subject: '7', isActive: true }],
    ['names stand in parts', { user_id: '7', roles: [], given_name: 'Amara', family_name: 'Okafor' }, { name: 'Amara Okafor' }],
    ['names are kept back', { user_id: '7', roles: [], name: null }, { name: '' }],
    ['a name cannot be used', { user_id: '7', roles: [], name: 'Ama\u202Era' }, { name: '' }],
  ])('is read where %s', (_, entry, said) => {
    expect(only(entry)).toMatchObject(said);
  });

  it('passes over entries that it does not understand, and says whom they name', () => {
    const page = pageOf(
      { user_id: '1', roles: ['Learner'], status: 'Perhaps' },
      { user_id: '2', roles: 'Learner' },
      { user_id: '4', roles: ['Learner'], status: 'constructor' },
      { roles: ['Learner'] },
      { user_id: 'x'.repeat(256), roles: ['Learner'] },
      { user_id: 'a\0b', roles: ['Learner'] },
      null,
      { user_id: '3', roles: ['Learner'] },
    );
    expect(page).toMatchObject({ unclear: ['1', '2', '4'], skipped: 7, members: [{ subject: '3' }] });
  });

  it.each([[null], [[]], ['members'], [{}], [{ members: {} }], [{ members: Array.from({ length: 20_001 }, () => null) }]])(
    'is none: %#',
    (body) => {
      expect(readRosterPage(body)).toBeNull();
    },
  );

  it('never throws, whatever it says', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.anything(), fc.record({ user_id: fc.anything(), roles: fc.anything() }))), (members) => {
        const page = readRosterPage({ members });
        expect(page && page.members.length + page.skipped).toBe(members.length);
      }),
    );
  });
});

describe('Several entries of one person', () => {
  const entry = fc
    .record({ name: fc.constantFrom('', 'Ada', 'Bo'), isActive: fc.boolean(), teaches: fc.boolean() })
    .map(({ name, isActive, teaches }): RosterMember => ({ subject: '1', name, isActive, isStaff: isActive && teaches }));

  it('come to the same in any order', () => {
    fc.assert(
      fc.property(entry, entry, entry, (one, two, three) => {
        expect(merged(one, two)).toEqual(merged(two, one));
        expect(merged(merged(one, two), three)).toEqual(merged(one, merged(two, three)));
        expect(merged(one, one)).toEqual(one);
      }),
    );
  });
});
