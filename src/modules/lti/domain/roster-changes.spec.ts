import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type KnownMember, type RosterChanges, rosterChanges } from './roster-changes.js';
import type { ToldRoster, RosterMember } from './roster.js';

const member = (subject: string, changes: Partial<RosterMember> = {}): RosterMember => ({
  subject,
  name: `Person ${subject}`,
  isActive: true,
  isStaff: false,
  ...changes,
});
const known = (subject: string, changes: Partial<KnownMember> = {}): KnownMember => ({
  ...member(subject),
  identityId: `identity ${subject}`,
  personId: `person ${subject}`,
  isGuest: true,
  ...changes,
});
const roster = (members: readonly RosterMember[], changes: Partial<ToldRoster> = {}): ToldRoster => ({
  members: new Map(members.map((one) => [one.subject, one])),
  unclear: new Set(),
  skipped: 0,
  isWhole: true,
  ...changes,
});
const changesOf = (before: readonly KnownMember[], read: ToldRoster, mayLeave?: number): RosterChanges => {
  const verdict = rosterChanges(before, read, mayLeave);
  if (!verdict.ok) throw new Error(`${verdict.leaving} would leave`);
  return verdict.changes;
};
const subjects = (members: readonly { subject: string }[]) => members.map(({ subject }) => subject).toSorted();
const NOTHING: RosterChanges = { join: [], comeBack: [], changeRole: [], rename: [], leave: [] };
const many = (count: number) => Array.from({ length: count }, (_, index) => known(String(index)));

/** As the database has it afterwards. */
function afterwards(before: readonly KnownMember[], { join, comeBack, changeRole, rename, leave }: RosterChanges): KnownMember[] {
  const after = new Map(before.map((one) => [one.subject, one]));
  for (const one of join) after.set(one.subject, known(one.subject, { name: one.name || 'Guest', isStaff: one.isStaff }));
  for (const { subject, isStaff } of [...comeBack, ...changeRole])
    after.set(subject, { ...after.get(subject)!, isActive: true, isStaff });
  const names = new Map(rename.map(({ personId, name }) => [personId, name]));
  for (const one of leave) after.set(one.subject, { ...one, isActive: false });
  return [...after.values()].map((one) => ({ ...one, name: names.get(one.personId) ?? one.name }));
}

describe('A reading of a roster', () => {
  it('lets newcomers join, and those come back who had left', () => {
    const changes = changesOf([known('1', { isActive: false }), known('2')], roster(['1', '2', '3'].map((id) => member(id))));
    expect(changes).toEqual({ ...NOTHING, join: [member('3')], comeBack: [member('1')] });
  });

  it('notices who teaches now', () => {
    const changes = changesOf([known('1'), known('2', { isStaff: true })], roster([member('1', { isStaff: true }), member('2')]));
    expect(subjects(changes.changeRole)).toEqual(['1', '2']);
  });

  it('ends the membership of who is inactive, deleted or missing', () => {
    const changes = changesOf([known('1'), known('2'), known('3')], roster([member('1'), member('2', { isActive: false })]));
    expect(subjects(changes.leave)).toEqual(['2', '3']);
  });

  it('makes nobody of those who left before they were known', () => {
    expect(changesOf([], roster([member('1', { isActive: false })]))).toEqual(NOTHING);
  });

  it('leaves those alone whose entry cannot be understood', () => {
    expect(changesOf([known('1'), known('2')], roster([member('1')], { unclear: new Set(['2']) }))).toEqual(NOTHING);
  });

  it('takes differences for what they are: who is not in them stays', () => {
    const read = roster([member('2', { isActive: false }), member('4')], { isWhole: false });
    const changes = changesOf([known('1'), known('2')], read);
    expect([subjects(changes.leave), subjects(changes.join)]).toEqual([['2'], ['4']]);
  });

  it('calls guests by their new name, and nobody by none', () => {
    const before = [known('1', { name: 'Old' }), known('2', { name: 'Own', isGuest: false }), known('3', { name: 'Kept' })];
    const changes = changesOf(before, roster([member('1'), member('2'), member('3', { name: '' })]));
    expect(changes.rename).toEqual([{ personId: 'person 1', name: 'Person 1' }]);
  });

  it('waits where more than half of ten or more would leave, until so many are confirmed', () => {
    const before = many(10);
    const read = roster(before.slice(0, 4).map(({ subject }) => member(subject)));
    expect(rosterChanges(before, read)).toEqual({ ok: false, leaving: 6 });
    expect(rosterChanges(before, read, 5)).toEqual({ ok: false, leaving: 6 });
    expect(changesOf(before, read, 6).leave).toHaveLength(6);
    expect(changesOf(before, roster(before.slice(0, 5).map(({ subject }) => member(subject)))).leave).toHaveLength(5);
    expect(changesOf(many(9), roster([])).leave).toHaveLength(9);
  });

  const subject = fc.integer({ min: 0, max: 30 }).map(String);
  const flags = { isActive: fc.boolean(), isStaff: fc.boolean() };
  const knownMembers = fc.uniqueArray(
    fc
      .record({ subject, isGuest: fc.boolean(), ...flags })
      .map(({ subject: id, ...rest }) => known(id, { name: 'Before', ...rest })),
    { selector: (one) => one.subject },
  );
  const readMembers = fc.uniqueArray(
    fc
      .record({ subject, name: fc.constantFrom('', 'Now'), ...flags })
      .map(({ isStaff, ...rest }): RosterMember => ({ ...rest, isStaff: isStaff && rest.isActive })),
    { selector: (one) => one.subject },
  );

  it('twice is the same as once', () => {
    fc.assert(
      fc.property(knownMembers, readMembers, fc.boolean(), (before, members, isWhole) => {
        const read = roster(members, { isWhole });
        const after = afterwards(before, changesOf(before, read, 1_000));
        expect(changesOf(after, read)).toEqual(NOTHING);
      }),
    );
  });

  it('comes to the same in whatever order people stand in it', () => {
    fc.assert(
      fc.property(knownMembers, readMembers, fc.infiniteStream(fc.nat()), (before, members, random) => {
        const dice = random[Symbol.iterator]();
        const shuffled = members
          .map((one) => ({ one, at: Number(dice.next().value) }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const [first, second] = [members, shuffled].map((some) => changesOf(before, roster(some), 1_000));
        const sets = (changes: RosterChanges) => ({
          join: subjects(changes.join),
          comeBack: subjects(changes.comeBack),
          changeRole: subjects(changes.changeRole),
          rename: changes.rename.map(({ personId }) => personId).toSorted(),
          leave: subjects(changes.leave),
        });
        expect(sets(first!)).toEqual(sets(second!));
      }),
    );
  });

  it('that is not whole ends nobody whom it does not name', () => {
    fc.assert(
      fc.property(knownMembers, readMembers, (before, members) => {
        const { leave } = changesOf(before, roster(members, { isWhole: false }), 1_000);
        expect(leave.every((one) => members.some(({ subject: id, isActive }) => id === one.subject && !isActive))).toBe(true);
      }),
    );
  });
});
