import { describe, expect, it } from '@jest/globals';
import type { Activity } from '../../catalog/domain/activity.js';
import type { EditionCourse } from '../../catalog/domain/edition.js';
import { courseProgress } from './course-completion.js';
import { knownFacts, type ProgressFact } from './progress-facts.js';

const MONDAY = new Date('2026-09-07T09:00:00Z');
const TUESDAY = new Date('2026-09-08T09:00:00Z');
const FRIDAY = new Date('2026-09-11T09:00:00Z');
const body = { kind: 'page' as const, markdown: '', assets: {}, objectives: [] };
const activity = (id: string, required: boolean): Activity => ({ id, title: '', minutes: 10, required, body });
const shell: EditionCourse = {
  id: 'shell',
  title: 'The Unix Shell',
  summary: '',
  language: 'en',
  attribution: null,
  activities: [activity('files', true), activity('pipes', true), activity('coffee', false)],
};
const at = (day: Date) => ({ source: 'learner' as const, effectiveAt: day, recordedAt: day });
const complete = (activityId: string, day: Date): ProgressFact => ({ kind: 'completed', activityId, ...at(day) });
const shellAfter = (...facts: ProgressFact[]) => courseProgress(shell, knownFacts(facts, FRIDAY));

describe('a course', () => {
  it('is complete with its last required activity; optional ones never hold it back', () => {
    expect(shellAfter(complete('files', MONDAY))).toMatchObject({ completed: false, completedAt: null, share: 0.5 });
    expect(shellAfter(complete('pipes', TUESDAY), complete('files', MONDAY))).toMatchObject({
      completed: true,
      completedAt: TUESDAY,
      share: 1,
    });
  });

  it('counts from the latest completion, whichever activity that was', () => {
    expect(shellAfter(complete('files', TUESDAY), complete('pipes', MONDAY))).toMatchObject({ completedAt: TUESDAY });
  });

  it('is complete when a required activity is waived', () => {
    const waived: ProgressFact = { kind: 'waived', activityId: 'pipes', reason: 'no screen reader support', ...at(TUESDAY) };
    expect(shellAfter(complete('files', MONDAY), waived)).toMatchObject({ completed: true, completedAt: TUESDAY });
  });

  it('is complete as a whole when waived or earned elsewhere, from the earlier day on', () => {
    const waived: ProgressFact = { kind: 'waived', courseId: 'shell', reason: 'teaches it', ...at(TUESDAY) };
    const earned: ProgressFact = { kind: 'course-completed-elsewhere', courseId: 'shell', ...at(MONDAY) };
    expect(shellAfter(waived)).toMatchObject({ completed: true, completedAt: TUESDAY, minutesDone: 20 });
    expect(shellAfter(waived, earned)).toMatchObject({ completedAt: MONDAY });
    expect(shellAfter(earned, complete('files', FRIDAY), complete('pipes', FRIDAY))).toMatchObject({ completedAt: MONDAY });
  });

  it('is not complete of itself when nothing in it is required', () => {
    const optional = { ...shell, activities: [activity('coffee', false)] };
    expect(courseProgress(optional, knownFacts([], FRIDAY))).toMatchObject({ completed: false, share: 0 });
  });
});
