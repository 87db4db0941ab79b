export const AUDIT_KINDS = ['people', 'enrollment', 'learning', 'grading', 'authoring', 'credentials', 'institution'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** What a kind is made of: events whose type begins so, and single ones that belong there although others of their beginning do not. */
interface Members {
  beginnings: readonly string[];
  types: readonly string[];
}

const MEMBERS: Readonly<Record<AuditKind, Members>> = {
  people: { beginnings: ['person', 'member', 'role', 'invitation', 'accommodation'], types: [] },
  enrollment: { beginnings: ['offering', 'enrollment', 'enrollment_import', 'enrollment_act'], types: [] },
  learning: { beginnings: ['activities', 'quiz'], types: ['activity.completed', 'course.completed'] },
  grading: { beginnings: ['attempt', 'assessment', 'grading'], types: [] },
  authoring: {
    beginnings: ['micro_credential', 'edition', 'course', 'activity', 'import', 'badge', 'requalification', 'file'],
    types: [],
  },
  credentials: {
    beginnings: [
      'credential',
      'credential_revocation_batch',
      'credential_forms',
      'badge_letters',
      'historic_import',
      'historic_award',
      'endorsement',
      'document',
      'wallet_interaction',
      'backpack_credential',
      'portfolio',
    ],
    types: [],
  },
  institution: {
    beginnings: [
      'institution',
      'signing_key',
      'api_token',
      'service',
      'service_profile',
      'webhook',
      'outbox',
      'embedding',
      'completions',
      'audit_events',
    ],
    types: [],
  },
};

export interface KindTypes extends Members {
  /** Types that begin so and belong to another kind. */
  except: readonly string[];
}

export function typesOf(kind: AuditKind): KindTypes {
  const except = AUDIT_KINDS.filter((other) => other !== kind).flatMap((other) => MEMBERS[other].types);
  return { ...MEMBERS[kind], except };
}

/** Whether an event is of a kind; `data/audit.sql.ts` asks the same. */
export function isOfKind(type: string, kind: AuditKind): boolean {
  const { beginnings, types, except } = typesOf(kind);
  return types.includes(type) || (beginnings.includes(type.split('.')[0] ?? '') && !except.includes(type));
}

export interface AuditFilter {
  kind?: AuditKind | undefined;
  /** Who did it, or whom it is about. */
  personId?: string | undefined;
  from?: Date | undefined;
  /** Not included. */
  until?: Date | undefined;
}

/** An event with what its ids stand for now. */
export interface AuditEvent {
  id: string;
  type: string;
  occurredAt: Date;
  /** `null`: Cairn itself. */
  actorId: string | null;
  /** `null` also for somebody who is no member any more. */
  actorName: string | null;
  subjectType: string;
  subjectId: string;
  /** Whom it is about, where it is about somebody. */
  personId: string | null;
  personName: string | null;
  /** The title of the offering, edition, micro-credential or course that it is about. */
  title: string | null;
  particulars: Record<string, unknown>;
}
