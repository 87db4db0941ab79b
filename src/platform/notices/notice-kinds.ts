import type { Role } from '../http/access.js';

interface KindTerms {
  /** Whom it concerns: they may choose where they hear of it. */
  roles: readonly Role[];
  /** By mail too, as long as somebody says nothing else. */
  byMail: boolean;
}

/** What people are told of. */
export const NOTICE_KINDS = {
  feedback: { roles: ['learner'], byMail: true },
  deadline_near: { roles: ['learner'], byMail: true },
  badge_issued: { roles: ['learner'], byMail: true },
  correction_decided: { roles: ['learner'], byMail: true },
  reminder: { roles: ['learner'], byMail: true },
  place_moved: { roles: ['learner'], byMail: true },
  grading_waiting: { roles: ['assessor'], byMail: false },
  import_finished: { roles: ['instructor', 'office', 'admin'], byMail: false },
} as const satisfies Record<string, KindTerms>;

export type NoticeKind = keyof typeof NOTICE_KINDS;

export const NOTICE_KIND_NAMES = Object.keys(NOTICE_KINDS) as NoticeKind[];
