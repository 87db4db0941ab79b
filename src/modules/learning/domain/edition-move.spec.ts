import { describe, expect, it } from '@jest/globals';
import { inOrder } from '../../catalog/domain/sequence.js';
import { previewMove } from './edition-move.js';
import type { EditionOutline } from './edition-outline.js';
import type { ActivityFacts, KnownFacts } from './progress-facts.js';

const MONDAY = new Date('2026-09-07T09:00:00Z');

function edition(number: number, courses: Record<string, string[]>): EditionOutline {
  return {
    editionId: `edition ${number}`,
    microCredentialId: 'data',
    number,
    title: 'Data',
    courses: Object.entries(courses).map(([id, activities]) => ({
      id,
      title: id,
      language: 'en',
      attribution: null,
      activities: activities.map((activity) => ({
        id: activity,
        title: `${activity} in ${number}`,
        kind: 'page',
        minutes: 10,
        required: true,
      })),
    })),
    sequence: inOrder(Object.keys(courses)),
    project: { title: 'Project', minutes: 60 },
  };
}

const finished = { share: 1, completedAt: MONDAY, waived: false };
const begun = { share: 0.5, completedAt: null, waived: false };

describe('a look at a move to another edition', () => {
  const first = edition(1, { shell: ['files', 'pipes'], git: ['commits'] });
  const second = edition(2, { shell: ['files', 'scripts'], git: ['commits', 'branches'] });
  const known: KnownFacts = {
    activities: new Map<string, ActivityFacts>([
      ['files', finished],
      ['pipes', begun],
    ]),
    courses: new Map(),
  };

  it('says what is kept, what is lost and what is new', () => {
    const { kept, lost, added } = previewMove(first, second, known);
    expect(kept.map(({ activityId, title, completed }) => [activityId, title, completed])).toEqual([
      ['files', 'files in 2', true],
      ['commits', 'commits in 2', false],
    ]);
    expect(lost).toEqual([{ activityId: 'pipes', courseId: 'shell', title: 'pipes in 1', begun: true, completed: false }]);
    expect(added.map(({ activityId }) => activityId)).toEqual(['scripts', 'branches']);
  });

  it('shows progress before and after', () => {
    const { before, after } = previewMove(first, second, known);
    expect([before.share, after.share]).toEqual([0.5, 0.25]);
  });

  it('leaves a course complete that Lea completed, whatever is added to it', () => {
    const earned: KnownFacts = { activities: known.activities, courses: new Map([['shell', MONDAY]]) };
    const { after } = previewMove(first, second, earned);
    expect(after.courses[0]).toMatchObject({ courseId: 'shell', completed: true, share: 1, completedAt: MONDAY });
  });
});
