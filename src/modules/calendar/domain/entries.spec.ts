import { describe, expect, it } from '@jest/globals';
import { type DatedWay, entriesOf } from './entries.js';

const DUE = new Date('2026-03-20T22:59:59Z');
const way: DatedWay = {
  enrollmentId: 'place',
  microCredential: 'Data Storytelling',
  offering: 'Spring run',
  startsAt: new Date('2026-03-01T08:00:00Z'),
  endsAt: new Date('2026-04-30T20:00:00Z'),
  openings: [{ courseId: 'charts', title: 'Honest charts', at: new Date('2026-03-09T08:00:00Z') }],
  project: { title: 'One-page brief', dueAt: DUE, isDone: false, isExtended: true },
  latePolicy: { graceMinutes: 60, penaltyPercentPerDay: 10, floorPercent: 50, cutoffDays: 7 },
  sessions: [],
  revisedAt: new Date('2026-02-01T00:00:00Z'),
  revision: 2,
  planRevisedAt: new Date('2026-02-02T00:00:00Z'),
  planRevision: 1,
};
const at = (iso: string, changes: Partial<DatedWay> = {}) => entriesOf([{ ...way, ...changes }], new Date(iso), 'Europe/Vienna');
const states = (iso: string, changes: Partial<DatedWay> = {}) =>
  Object.fromEntries(at(iso, changes).map(({ kind, state }) => [kind, state]));

describe('The dates of a way', () => {
  it('come in their order, each on the day that it is for the learner', () => {
    expect(at('2026-03-02T09:00:00Z').map(({ id, day }) => [id, day])).toEqual([
      ['place/offering_starts', '2026-03-01'],
      ['place/course_opens/charts', '2026-03-09'],
      ['place/project_due', '2026-03-20'],
      ['place/project_closes', '2026-03-27'],
      ['place/offering_ends', '2026-04-30'],
    ]);
  });

  it('are due until the grace is over, and late from then on', () => {
    expect(states('2026-03-20T23:30:00Z').project_due).toBe('due');
    expect(states('2026-03-21T00:00:00Z').project_due).toBe('late');
    expect(states('2026-03-21T00:00:00Z').offering_starts).toBe('past');
    expect(states('2026-03-21T00:00:00Z').project_closes).toBe('coming');
  });

  it('are done when the project is handed in, and then nothing closes', () => {
    const done = states('2026-03-25T00:00:00Z', { project: { ...way.project, isDone: true } });
    expect(done.project_due).toBe('done');
    expect(done).not.toHaveProperty('project_closes');
  });

  it('have no deadline where the offering sets none', () => {
    expect(states('2026-03-02T09:00:00Z', { project: { ...way.project, dueAt: null }, endsAt: null })).toEqual({
      offering_starts: 'past',
      course_opens: 'coming',
    });
  });

  it('have study time before everything else of its day', () => {
    const session = { day: '2026-03-20', minutes: 60, parts: [] };
    const entries = at('2026-03-20T09:00:00Z', { sessions: [session] });
    expect(entries.filter(({ day }) => day === '2026-03-20').map(({ id, state }) => [id, state])).toEqual([
      ['place/study/2026-03-20', 'due'],
      ['place/project_due', 'due'],
    ]);
  });
});
