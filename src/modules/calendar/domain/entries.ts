import { lateness, type LatePolicy } from '../../enrollment/domain/late-policy.js';
import { localDay } from '../../enrollment/domain/local-day.js';
import type { StudySession } from '../../learning/domain/study-plan.js';

export const ENTRY_KINDS = [
  'offering_starts',
  'course_opens',
  'study',
  'project_due',
  'project_closes',
  'offering_ends',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** `done`, `due` and `late` of what one has to do; `coming` and `past` of what happens by itself. */
export const ENTRY_STATES = ['done', 'due', 'late', 'coming', 'past'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** One line of a learner's calendar. */
export interface Entry {
  /** The same for as long as it is about the same thing, whenever that is. */
  id: string;
  kind: EntryKind;
  state: EntryState;
  enrollmentId: string;
  /** What it is about: the project, the course, the offering or, of study time, the micro-credential. */
  title: string;
  microCredential: string;
  /** `YYYY-MM-DD` in the learner's time zone. */
  day: string;
  /** `null`: some time on that day. */
  at: Date | null;
  session: StudySession | null;
  /** This learner was given more time than the others. */
  isExtended: boolean;
  /** What is done with late work; of a deadline alone. */
  latePolicy: LatePolicy | null;
  /** When it was last another, and how often. */
  revisedAt: Date;
  revision: number;
}

/** What has dates on a learner's way through one offering. */
export interface DatedWay {
  enrollmentId: string;
  microCredential: string;
  offering: string;
  startsAt: Date;
  endsAt: Date | null;
  /** Courses and days on which they open by time alone, later than the offering begins. */
  openings: { courseId: string; title: string; at: Date }[];
  project: { title: string; dueAt: Date | null; isDone: boolean; isExtended: boolean };
  latePolicy: LatePolicy;
  sessions: StudySession[];
  revisedAt: Date;
  revision: number;
  planRevisedAt: Date;
  planRevision: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** All dates of the ways, the earliest first. */
export function entriesOf(ways: readonly DatedWay[], now: Date, timeZone: string): Entry[] {
  return ways
    .flatMap((way) => [...momentsOf(way, now, timeZone), ...studyOf(way, localDay(now, timeZone))])
    .toSorted((a, b) => compare(a.day, b.day) || moment(a) - moment(b) || rank(a) - rank(b) || compare(a.id, b.id));
}

function momentsOf(way: DatedWay, now: Date, timeZone: string): Entry[] {
  const { enrollmentId, microCredential, project, latePolicy, revisedAt, revision } = way;
  const entry = (kind: EntryKind, title: string, at: Date, state: EntryState, name: string = kind): Entry => ({
    id: `${enrollmentId}/${name}`,
    kind,
    state,
    enrollmentId,
    title,
    microCredential,
    day: localDay(at, timeZone),
    at,
    session: null,
    isExtended: kind === 'project_due' && project.isExtended,
    latePolicy: kind === 'project_due' ? latePolicy : null,
    revisedAt,
    revision,
  });
  const byItself = (at: Date): EntryState => (at <= now ? 'past' : 'coming');
  const entries = [entry('offering_starts', way.offering, way.startsAt, byItself(way.startsAt))];
  for (const { courseId, title, at } of way.openings) {
    entries.push(entry('course_opens', title, at, byItself(at), `course_opens/${courseId}`));
  }
  if (project.dueAt) {
    const isLate = lateness(project.dueAt, latePolicy, now).status !== 'on-time';
    entries.push(entry('project_due', project.title, project.dueAt, project.isDone ? 'done' : isLate ? 'late' : 'due'));
    const { cutoffDays } = latePolicy;
    if (cutoffDays !== null && cutoffDays > 0 && !project.isDone) {
      const at = new Date(project.dueAt.getTime() + cutoffDays * DAY);
      entries.push(entry('project_closes', project.title, at, byItself(at)));
    }
  }
  if (way.endsAt) entries.push(entry('offering_ends', way.offering, way.endsAt, byItself(way.endsAt)));
  return entries;
}

function studyOf(way: DatedWay, today: string): Entry[] {
  const { enrollmentId, microCredential } = way;
  return way.sessions.map((session) => ({
    id: `${enrollmentId}/study/${session.day}`,
    kind: 'study',
    state: session.day === today ? 'due' : 'coming',
    enrollmentId,
    title: microCredential,
    microCredential,
    day: session.day,
    at: null,
    session,
    isExtended: false,
    latePolicy: null,
    revisedAt: way.planRevisedAt,
    revision: way.planRevision,
  }));
}

/** What is for the whole day comes first. */
function moment({ at }: Entry): number {
  return at?.getTime() ?? 0;
}

function rank({ kind }: Entry): number {
  return ENTRY_KINDS.indexOf(kind);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
