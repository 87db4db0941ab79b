import { describe, expect, it } from '@jest/globals';
import { retargetActivityLinks } from './activity-links.js';

const ids = new Map([['05-loop', 'id-5']]);
const retarget = (markdown: string): string => retargetActivityLinks(markdown, (key) => ids.get(key) ?? null);

describe('links to other activities', () => {
  it('follow the activity to its new name and keep the heading', () => {
    expect(retarget('See [Loops](activity:05-loop#nested "Title") and [again][l].\n\n[l]: activity:05-loop')).toBe(
      'See [Loops](activity:id-5#nested "Title") and [again][l].\n\n[l]: activity:id-5',
    );
  });

  it('stay as they are where the name is unknown, and so does text that is no link', () => {
    const page = '[x](activity:06-script) activity:05-loop (activity:05-loop)';
    expect(retarget(page)).toBe(page);
  });
});
