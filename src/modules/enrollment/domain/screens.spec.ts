import { describe, expect, it } from '@jest/globals';
import { learnerScreen, readShown } from './screens.js';

const NODE = '0193a1f0-7c1e-7c4b-9a51-5f0d6d2f3a10';

describe('A link from elsewhere', () => {
  it.each([
    ['project', '/app/learning/e/project'],
    [`activity-${NODE}`, `/app/learning/e/activities/${NODE}`],
    [`course-${NODE}`, `/app/learning/e#course-${NODE}`],
    ['', '/app/learning/e'],
    ['course-none', '/app/learning/e'],
    [`activity-${NODE}/../..`, '/app/learning/e'],
  ])('leads from %j to %s', (written, path) => {
    expect(learnerScreen(readShown(written), 'e')).toBe(path);
  });
});
