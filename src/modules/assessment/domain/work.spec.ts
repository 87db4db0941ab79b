import { describe, expect, it } from '@jest/globals';
import { canonicalWork, type Work } from './work.js';

const work: Work = {
  text: 'See the brief.',
  links: ['https://example.org/a'],
  files: [{ id: '1', name: 'brief.pdf', mediaType: 'application/pdf', bytes: 12, sha256: 'ab' }],
};

describe('canonicalWork', () => {
  it('does not depend on the order that fields were stored in', () => {
    const [file] = work.files;
    const shuffled = {
      files: [Object.fromEntries(Object.entries(file ?? {}).toReversed())],
      links: work.links,
      text: work.text,
    };
    expect(canonicalWork(shuffled as unknown as Work)).toBe(canonicalWork(work));
  });

  it('tells any two works apart', () => {
    expect(canonicalWork({ ...work, text: 'See the brief' })).not.toBe(canonicalWork(work));
    expect(canonicalWork({ ...work, links: ['https://example.org/', 'a'] })).not.toBe(canonicalWork(work));
  });
});
