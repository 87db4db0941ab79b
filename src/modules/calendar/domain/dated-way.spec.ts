import { describe, expect, it } from '@jest/globals';
import type { Requirement } from '../../catalog/domain/sequence.js';
import { knownFacts, type ProgressFact } from '../../learning/domain/progress-facts.js';
import { wayOf } from '../../learning/domain/way.js';
import { datedWay } from './dated-way.js';

const STARTED = new Date('2026-03-02T08:00:00Z');
const ZONE = 'Europe/Vienna';
const sequence: Requirement = {
  type: 'in-order',
  items: [
    { type: 'course', courseId: 'asking' },
    { type: 'course', courseId: 'charts', release: { type: 'days-after-start', days: 7 } },
    { type: 'project' },
  ],
};
const course = (id: string) => ({
  id,
  title: `The course ${id}`,
  language: 'en',
  attribution: null,
  activities: [{ id: `${id}-page`, title: id, kind: 'page' as const, minutes: 40, required: true }],
});
const edition = {
  editionId: 'edition',
  microCredentialId: 'credential',
  number: 1,
  title: 'Data Storytelling',
  courses: ['asking', 'charts'].map(course),
  sequence,
  project: { title: 'Brief', minutes: 60 },
};

const dated = (now: Date, facts: ProgressFact[] = [], changes: object = {}) =>
  datedWay(
    {
      enrollmentId: 'place',
      edition,
      way: wayOf(edition, { known: knownFacts(facts, now), projectPassed: false, startedAt: STARTED }, now),
      offeringTitle: 'Spring run',
      startsAt: STARTED,
      endsAt: null,
      startedAt: STARTED,
      projectDueAt: null,
      projectDone: false,
      isExtended: false,
      latePolicy: { graceMinutes: 0, penaltyPercentPerDay: 0, floorPercent: 0, cutoffDays: null },
      isOpen: true,
      plan: { minutes: [60, 60, 60, 60, 60, 60, 60], startsOn: '2026-03-02', version: 4, updatedAt: STARTED },
      revisedAt: STARTED,
      revision: 2,
      lastActivityAt: null,
      ...changes,
    },
    now,
    ZONE,
  );
const days = (way: ReturnType<typeof dated>) => way.sessions.map(({ day, minutes }) => `${day} ${minutes}`);

describe('A way with dates', () => {
  it('names the courses that time alone opens', () => {
    expect(dated(STARTED).openings).toEqual([
      { courseId: 'charts', title: 'The course charts', at: new Date('2026-03-09T08:00:00Z') },
    ]);
  });

  it('plans around them, and less for today when something was done today', () => {
    expect(days(dated(STARTED))).toEqual(['2026-03-02 40', '2026-03-09 60', '2026-03-10 40']);
    const at = { source: 'learner' as const, effectiveAt: STARTED, recordedAt: STARTED };
    const done: ProgressFact[] = [{ kind: 'completed', activityId: 'asking-page', ...at }];
    expect(days(dated(STARTED, done))).toEqual(['2026-03-09 60', '2026-03-10 40']);
    expect(dated(STARTED, done).minutesLeft).toBe(100);
  });

  it('has nothing to plan where the learner can do nothing more', () => {
    expect(dated(STARTED, [], { isOpen: false })).toMatchObject({ sessions: [], minutesLeft: 0 });
  });

  it('is the same all day long, so that programs need not fetch it again', () => {
    const [morning, evening] = [dated(new Date('2026-03-04T23:30:00Z')), dated(new Date('2026-03-05T20:00:00Z'))];
    expect(morning).toEqual(evening);
    expect(morning.planRevisedAt).toEqual(new Date('2026-03-04T22:59:59Z'));
    expect(morning.planRevision).toBe(4);
  });
});
