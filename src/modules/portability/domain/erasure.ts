import type { Role } from '../../../platform/http/access.js';

export type ErasureState = 'waiting' | 'cancelled' | 'refused' | 'running' | 'done';

/** What becomes of the badges: they can still be verified, or they are revoked. */
export const BADGE_FATES = ['kept', 'withdrawn'] as const;
export type BadgeFate = (typeof BADGE_FATES)[number];

/**
 * Why an institution may say no: it needs the data to finish what the person is part of, or the law obliges it
 * (GDPR Art. 17(3)(b) and (e)). There is no other reason.
 */
export const REFUSALS = ['work_in_assessment', 'appeal_open', 'legal_duty'] as const;
export type Refusal = (typeof REFUSALS)[number];

const DAY_MS = 86_400_000;
/** Time to change one's mind; shorter than the month within which GDPR Art. 12(3) wants an answer. */
export const GRACE_DAYS = 14;

export interface ErasureTimes {
  cancelledAt: Date | null;
  refusedAt: Date | null;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export function dueAfter(requestedAt: Date): Date {
  return new Date(requestedAt.getTime() + GRACE_DAYS * DAY_MS);
}

/** `waiting` alone can be taken back or refused. */
export function erasureState({ cancelledAt, refusedAt, startedAt, finishedAt }: ErasureTimes): ErasureState {
  if (cancelledAt) return 'cancelled';
  if (refusedAt) return 'refused';
  if (finishedAt) return 'done';
  return startedAt ? 'running' : 'waiting';
}

/** Whether somebody may ask for the erasure of another member, who wrote a letter: the office for learners, an administrator for all. */
export function mayEraseMember(
  actor: { personId: string; roles: ReadonlySet<Role> },
  member: { personId: string; roles: ReadonlySet<Role> },
): boolean {
  if (actor.personId === member.personId) return false;
  if (actor.roles.has('admin')) return true;
  return actor.roles.has('office') && [...member.roles].every((role) => role === 'learner');
}

const NAMES: Readonly<Record<'en' | 'de', Readonly<Record<Role | 'none', string>>>> = {
  en: {
    admin: 'Former administrator',
    office: 'Former member of the office',
    instructor: 'Former instructor',
    assessor: 'Former assessor',
    learner: 'Former learner',
    none: 'Former member',
  },
  de: {
    admin: 'Ehemals Administration',
    office: 'Ehemals Büro',
    instructor: 'Ehemals Lehre',
    assessor: 'Ehemals Beurteilung',
    learner: 'Ehemals Lernende',
    none: 'Ehemaliges Mitglied',
  },
};

/** The role by which others knew a person best comes first. */
const BEST_KNOWN: readonly Role[] = ['assessor', 'instructor', 'office', 'admin', 'learner'];

/** What stands in the place of the name, in the institution's language: what they taught and decided stays, who they were does not. */
export function formerName(roles: readonly Role[], language: string): string {
  const names = language.toLowerCase().startsWith('de') ? NAMES.de : NAMES.en;
  return names[BEST_KNOWN.find((role) => roles.includes(role)) ?? 'none'];
}
