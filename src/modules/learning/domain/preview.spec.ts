import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Requirement } from '../../catalog/domain/sequence.js';
import type { EditionOutline } from './edition-outline.js';
import { PREVIEW_STANDINGS, previewedLearner, type PreviewStanding } from './preview.js';
import { wayOf } from './way.js';

const NOW = new Date('2026-09-07T09:00:00Z');
const COURSES = ['shell', 'git', 'python'];
const PROJECT: Requirement = { type: 'project' };

function outline(counts: readonly number[], sequence: Requirement): EditionOutline {
  const courses = COURSES.map((id, at) => ({
    id,
    title: id,
    language: 'en',
    attribution: null,
    activities: Array.from({ length: counts[at] ?? 1 }, (_, index) => ({
      id: `${id}-${index}`,
      title: '',
      kind: 'page' as const,
      minutes: 10 * index,
      required: index === 0 || index % 2 === 1,
    })),
  }));
  return { editionId: '', microCredentialId: '', number: 1, title: '', courses, sequence, project: { title: '', minutes: 60 } };
}

const leaf = (courseId: string): fc.Arbitrary<Requirement> =>
  fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }).map((days) => ({
    type: 'course',
    courseId,
    ...(days === undefined ? {} : { release: { type: 'days-after-start', days } }),
  }));
const anyOutline = fc
  .tuple(
    fc.tuple(...COURSES.map(() => fc.integer({ min: 1, max: 4 }))),
    fc.tuple(...COURSES.map(leaf)),
    fc.constantFrom('in-order' as const, 'all-of' as const, 'at-least' as const),
  )
  .map(([counts, items, type]) => {
    const group: Requirement = type === 'at-least' ? { type, count: 2, items } : { type, items };
    return outline(counts, { type: 'in-order', items: [group, PROJECT] });
  });

const look = (draft: EditionOutline, standing: PreviewStanding) => {
  const learner = previewedLearner(draft, standing, NOW);
  return { learner, way: wayOf(learner.edition, learner, NOW) };
};

describe('a previewed learner', () => {
  it('who is new has done nothing, and waits for what opens later', () => {
    const later: Requirement = { type: 'course', courseId: 'shell', release: { type: 'days-after-start', days: 7 } };
    const { way } = look(outline([1, 1, 1], { type: 'in-order', items: [later, PROJECT] }), 'new');
    expect(way.progress.share).toBe(0);
    expect(way.unlocking.courses).toMatchObject([{ courseId: 'shell', state: 'locked', reasons: [{ key: 'opens_on' }] }]);
  });

  it('who is half-way has half behind them, and nothing more than that took', () => {
    fc.assert(
      fc.property(anyOutline, (draft) => {
        const { way, learner } = look(draft, 'half-way');
        expect(way.progress.share).toBeGreaterThanOrEqual(0.5);
        const before = new Map([...learner.known.activities].slice(0, -1));
        const known = { activities: before, courses: new Map<string, Date>() };
        expect(wayOf(learner.edition, { ...learner, known }, NOW).progress.share).toBeLessThan(0.5);
      }),
    );
  });

  it.each(['project-left', 'returned'] as const)('who stands at “%s” may hand the project in', (standing) => {
    fc.assert(
      fc.property(anyOutline, (draft) => {
        const { way, learner } = look(draft, standing);
        expect(way.progress).toMatchObject({ share: 1, satisfied: true });
        expect(way.unlocking.project.state).toBe('open');
        expect(learner.state).toBe('active');
      }),
    );
  });

  it('who passed has the project behind them, and one whose time is over keeps what they did', () => {
    fc.assert(
      fc.property(anyOutline, (draft) => {
        const passed = look(draft, 'passed');
        expect(passed.way.unlocking.project.state).toBe('completed');
        expect(passed.learner.state).toBe('completed');
        const expired = look(draft, 'expired');
        expect(expired.learner.state).toBe('expired');
        expect(expired.way.progress.share).toBe(look(draft, 'half-way').way.progress.share);
      }),
    );
  });

  it('completed nothing but what the edition has, and nothing at all where it has no courses', () => {
    const empty = { ...outline([1, 1, 1], { type: 'in-order', items: [PROJECT] }), courses: [] };
    for (const standing of PREVIEW_STANDINGS) expect(look(empty, standing).learner.known.activities.size).toBe(0);
  });
});
