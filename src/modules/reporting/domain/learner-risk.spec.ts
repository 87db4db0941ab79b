import { describe, expect, it } from '@jest/globals';
import { type LearnerSigns, riskMoments, riskOf } from './learner-risk.js';

const NOW = new Date('2026-11-15T12:00:00Z');
const daysFromNow = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const busy: LearnerSigns = {
  startedAt: daysFromNow(-60),
  lastActiveAt: daysFromNow(-1),
  projectDueAt: daysFromNow(30),
  isHandedIn: false,
};

describe('A learner', () => {
  it.each<[string, Partial<LearnerSigns>, ReturnType<typeof riskOf>]>([
    ['who did something yesterday is not at risk', {}, null],
    ['who did nothing for more than 14 days is', { lastActiveAt: daysFromNow(-14.1) }, 'idle'],
    ['who did something exactly 14 days ago is not', { lastActiveAt: daysFromNow(-14) }, null],
    ['who never did anything is, 14 days after the start', { lastActiveAt: null }, 'idle'],
    ['who began last week has time', { startedAt: daysFromNow(-7), lastActiveAt: null }, null],
    ['whose offering begins next week has time', { startedAt: daysFromNow(7), lastActiveAt: null }, null],
    ['whose work is due in two days is, however busy', { projectDueAt: daysFromNow(2) }, 'due'],
    ['whose work is due in exactly three days is not yet', { projectDueAt: daysFromNow(3) }, null],
    ['whose deadline is over is', { projectDueAt: daysFromNow(-1) }, 'due'],
    ['who is idle and late is told of the deadline', { lastActiveAt: null, projectDueAt: daysFromNow(-1) }, 'due'],
    ['without a deadline is judged by what they do', { projectDueAt: null }, null],
    ['who waits for a verdict is not', { isHandedIn: true, lastActiveAt: null, projectDueAt: daysFromNow(-1) }, null],
  ])('%s', (_, change, risk) => {
    expect(riskOf({ ...busy, ...change }, NOW)).toBe(risk);
  });

  it('is judged by the same moments however many there are', () => {
    expect(riskMoments(NOW)).toEqual({ activeSince: daysFromNow(-14), dueBefore: daysFromNow(3) });
  });
});
