import { describe, expect, it } from '@jest/globals';
import { requirementSentence, requirementWords } from './requirement-words.js';
import { inOrder, type Requirement } from './sequence.js';

const titles = {
  courses: new Map([
    ['shell', 'The Unix Shell'],
    ['git', 'Version Control'],
    ['sql', 'Databases'],
  ]),
  project: 'Clean a data set',
};
const shell: Requirement = { type: 'course', courseId: 'shell' };
const git: Requirement = { type: 'course', courseId: 'git' };
const sql: Requirement = { type: 'course', courseId: 'sql' };
const say = (requirement: Requirement) => requirementSentence(requirement, titles);

describe('the rule in words', () => {
  it('tells an order', () => {
    expect(say(inOrder(['shell', 'git']))).toBe(
      'Complete in order: “The Unix Shell”, then “Version Control”, then the project “Clean a data set”.',
    );
  });

  it('tells a choice', () => {
    expect(say({ type: 'at-least', count: 2, items: [shell, git, sql] })).toBe(
      'Complete 2 of 3: “The Unix Shell”, “Version Control”, “Databases”.',
    );
  });

  it('tells points, one point as one', () => {
    expect(say({ type: 'points', points: 3, weights: { shell: 2, git: 1 }, items: [shell, git] })).toBe(
      'Complete at least 3 points: “The Unix Shell” (2 points), “Version Control” (1 point).',
    );
  });

  it('tells groups inside groups, with their names where they have one', () => {
    const electives: Requirement = { type: 'at-least', count: 1, title: 'Electives', items: [git, sql] };
    expect(
      say({ type: 'in-order', title: 'Core', items: [shell, electives, { type: 'all-of', items: [{ type: 'project' }] }] }),
    ).toBe(
      'Core: complete in order: “The Unix Shell”, then Electives (1 of 2: “Version Control”, “Databases”), ' +
        'then all of (the project “Clean a data set”).',
    );
  });

  it('tells when something opens and after what', () => {
    const released: Requirement = { ...git, release: { type: 'days-after-start', days: 1 }, after: ['shell', 'sql'] };
    expect(say(released)).toBe('Complete “Version Control” (after “The Unix Shell”, “Databases”; opens 1 day after you start).');
    expect(say({ type: 'project', release: { type: 'fixed', at: '2026-09-01T08:00:00Z' } })).toBe(
      'Complete the project “Clean a data set” (opens on 1 September 2026).',
    );
  });

  it('says nothing of a release on the first day', () => {
    expect(say({ ...git, release: { type: 'days-after-start', days: 0 } })).toBe('Complete “Version Control”.');
  });

  it('repeats a half-written date as it stands rather than fail', () => {
    expect(say({ type: 'project', release: { type: 'fixed', at: '2026-0' } })).toContain('(opens on 2026-0)');
  });

  it('gives keys and parameters for other languages', () => {
    const words = requirementWords({ type: 'at-least', count: 1, items: [git, { type: 'project' }] }, titles);
    expect(words).toMatchObject({ key: 'at_least', params: { count: 1, size: 2 } });
    expect(words.items.map(({ key, params }) => [key, params])).toEqual([
      ['course', { courseId: 'git', course: 'Version Control' }],
      ['project', { project: 'Clean a data set' }],
    ]);
  });
});
