import type { ToldRoster, RosterMember } from './roster.js';

/** Somebody whom an earlier reading found in the course. */
export interface KnownMember {
  identityId: string;
  subject: string;
  personId: string;
  name: string;
  /** Made for the platform, and nobody's own account yet: what they are called is the platform's to say. */
  isGuest: boolean;
  isActive: boolean;
  isStaff: boolean;
}

export interface RosterChanges {
  /** Not met in this course before. */
  join: RosterMember[];
  /** There again, after they had left. */
  comeBack: RosterMember[];
  /** Teach now, and learnt before, or the other way round. */
  changeRole: RosterMember[];
  rename: { personId: string; name: string }[];
  leave: KnownMember[];
}

export type RosterVerdict = { ok: true; changes: RosterChanges } | { ok: false; leaving: number };

/** From how many on the half of them is many. */
const FEW = 10;

/**
 * What a reading changes. Who is missing from it has left only where it is the whole roster, read to its end, and entries that cannot be
 * understood change nobody. When more than half of a course would leave, it waits until somebody confirms so many: it is rather a filter,
 * a permission or a new course under an old name.
 */
export function rosterChanges(known: readonly KnownMember[], read: ToldRoster, mayLeave = 0): RosterVerdict {
  const changes: RosterChanges = { join: [], comeBack: [], changeRole: [], rename: [], leave: [] };
  const earlier = new Map(known.map((member) => [member.subject, member]));
  for (const member of read.members.values()) {
    const before = earlier.get(member.subject);
    if (member.isActive) welcome(changes, member, before);
    else if (before?.isActive) changes.leave.push(before);
  }
  if (read.isWhole) {
    const isMissing = ({ subject, isActive }: KnownMember) =>
      isActive && !read.members.has(subject) && !read.unclear.has(subject);
    changes.leave.push(...known.filter(isMissing));
  }
  const active = known.filter(({ isActive }) => isActive).length;
  const leaving = changes.leave.length;
  const isMany = active >= FEW && leaving > active / 2;
  return isMany && leaving > mayLeave ? { ok: false, leaving } : { ok: true, changes };
}

function welcome(changes: RosterChanges, member: RosterMember, before: KnownMember | undefined): void {
  if (!before) {
    changes.join.push(member);
    return;
  }
  if (!before.isActive) changes.comeBack.push(member);
  else if (before.isStaff !== member.isStaff) changes.changeRole.push(member);
  const { personId, name, isGuest } = before;
  if (isGuest && member.name !== '' && member.name !== name) changes.rename.push({ personId, name: member.name });
}
