import { describe, expect, it } from '@jest/globals';
import type { Requirement } from '../../catalog/domain/sequence.js';
import type { EditionOutline } from './edition-outline.js';
import { nextUp } from './next-up.js';
import type { KnownFacts } from './progress-facts.js';
import { wayOf } from './way.js';

const MONDAY = new Date('2026-09-07T09:00:00Z');

function outline(sequence: Requirement): EditionOutline {
  const page = (id: string, required = true) => ({ id, title: id, kind: 'page' as const, minutes: 10, required });
  const courseOf = (id: string, ...activities: ReturnType<typeof page>[]) => ({
    id,
    title: id,
    language: 'en',
    attribution: null,
    activities,
  });
  return {
    editionId: 'one',
    microCredentialId: 'data',
    number: 1,
    title: 'Data',
    courses: [courseOf('shell', page('coffee', false), page('files')), courseOf('git', page('commits'), page('branches'))],
    sequence,
    project: { title: 'Project', minutes: 60 },
  };
}

const course = (courseId: string, more: object = {}): Requirement => ({ type: 'course', courseId, ...more });
const project: Requirement = { type: 'project' };
const free: Requirement = { type: 'all-of', items: [course('git'), course('shell'), project] };
const ordered: Requirement = { type: 'in-order', items: [course('shell'), course('git'), project] };

function next(sequence: Requirement, completed: string[], resume: string | null = null, projectPassed = false) {
  const edition = outline(sequence);
  const facts = (id: string): [string, { share: number; completedAt: Date; waived: boolean }] => [
    id,
    { share: 1, completedAt: MONDAY, waived: false },
  ];
  const known: KnownFacts = { activities: new Map(completed.map(facts)), courses: new Map() };
  const { progress, unlocking } = wayOf(edition, { known, projectPassed, startedAt: MONDAY }, MONDAY);
  const found = nextUp(edition, progress.activities, unlocking, resume);
  return found?.kind === 'activity' ? found.activityId : (found?.kind ?? null);
}

describe('what is next', () => {
  it('is the first required activity of the first open course in the sequence', () => {
    expect(next(ordered, [])).toBe('files');
    expect(next(free, [])).toBe('commits');
    expect(next(ordered, ['files'])).toBe('commits');
  });

  it('is where Jonas left off, optional or not, until that is finished', () => {
    expect(next(free, [], 'coffee')).toBe('coffee');
    expect(next(free, [], 'branches')).toBe('branches');
    expect(next(free, ['branches'], 'branches')).toBe('commits');
  });

  it('is never something locked', () => {
    expect(next(ordered, [], 'branches')).toBe('files');
  });

  it('is the project when only that is left, and nothing when it is passed', () => {
    expect(next(ordered, ['files', 'commits', 'branches'])).toBe('project');
    expect(next(ordered, ['files', 'commits', 'branches'], null, true)).toBe(null);
  });

  it('is nothing while everything that is left opens later', () => {
    const later: Requirement = {
      type: 'in-order',
      items: [course('shell', { release: { type: 'days-after-start', days: 3 } }), course('git'), project],
    };
    expect(next(later, [])).toBe(null);
  });
});
