import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { loadPackage } from './load-package.js';
import type { PackageFiles } from './package-files.js';

/** A checked package in memory; `null` stands for a file that is no text. */
function files(contents: Record<string, string | null>, bytes = 10): PackageFiles {
  return {
    list: () => Object.keys(contents).map((path) => ({ path, bytes })),
    readText: (path) => Promise.resolve(contents[path] ?? null),
    openStream: (path) => Promise.resolve(Readable.from([contents[path] ?? ''])),
    close: () => Promise.resolve(),
  };
}

const COURSE = { 'config.yaml': 'title: Birds\n', 'episodes/01-a.md': '---\ntitle: A\nminutes: 1\n---\nx\n' };

describe('a checked package', () => {
  it('becomes courses', async () => {
    const read = await loadPackage(files({ ...COURSE, 'episodes/data/birds.csv': null, 'episodes/data/notes.md': null }));
    expect(read.report).toEqual([]);
    expect(read.courses).toMatchObject([{ title: 'Birds', activities: [{ title: 'A' }] }]);
  });

  it('with a page that is no text is refused', async () => {
    const read = await loadPackage(files({ ...COURSE, 'episodes/01-a.md': null }));
    expect(read.report).toMatchObject([{ severity: 'error', code: 'text-unreadable', file: 'episodes/01-a.md' }]);
  });

  it('with a page that could not be shown is refused', async () => {
    const read = await loadPackage(files({ ...COURSE, 'episodes/01-a.md': '>'.repeat(5_000) }));
    expect(read.report).toMatchObject([{ severity: 'error', code: 'text-unreadable' }]);
  });

  it('with more text than all courses together have is refused', async () => {
    const read = await loadPackage(files(COURSE, 10 * 1024 * 1024));
    expect(read.report).toMatchObject([
      { severity: 'error', code: 'text-unreadable', detail: 'the package holds too much text' },
    ]);
  });
});
