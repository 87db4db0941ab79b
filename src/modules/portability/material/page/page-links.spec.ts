import { describe, expect, it } from '@jest/globals';
import { findTargets, type CoursePaths } from './page-links.js';

const course: CoursePaths = {
  root: 'shell/',
  paths: new Set([
    'shell/config.yaml',
    'shell/episodes/01-intro.md',
    'shell/episodes/fig/tree 1.svg',
    'shell/episodes/data/birds.zip',
    'shell/episodes/data/notes.md',
    'shell/episodes/data/virus.exe',
    'shell/learners/setup.md',
    'shell/instructors/notes.md',
    'other/episodes/data/secret.csv',
  ]),
  activities: new Map([
    ['shell/episodes/01-intro.md', '01-intro'],
    ['shell/learners/setup.md', 'setup'],
  ]),
};
const fromIntro = findTargets('shell/episodes/01-intro.md', course);
const fromSetup = findTargets('shell/learners/setup.md', course);

describe('an address on a page', () => {
  it.each(['../learners/setup.md', 'setup.md', 'setup.html', 'learners/setup.md'])('%j leads to the set-up page', (address) => {
    expect(fromIntro(address)).toEqual({ kind: 'activity', href: 'activity:setup' });
  });

  it('keeps the heading it points at', () => {
    expect(fromSetup('../episodes/01-intro.html#part-2')).toEqual({ kind: 'activity', href: 'activity:01-intro#part-2' });
  });

  it('finds files by the folder of the page or that of the episodes, whatever is escaped', () => {
    expect(fromIntro('fig/tree%201.svg')).toEqual({ kind: 'asset', path: 'shell/episodes/fig/tree 1.svg' });
    expect(fromSetup('data/birds.zip')).toEqual({ kind: 'asset', path: 'shell/episodes/data/birds.zip' });
    expect(fromIntro('data/notes.md')).toEqual({ kind: 'asset', path: 'shell/episodes/data/notes.md' });
  });

  it.each(['https://example.org', 'mailto:lea@example.org', '#part-2'])('%j stays as it is', (address) => {
    expect(fromIntro(address)).toEqual({ kind: 'unchanged' });
  });

  it.each([
    'gone.md',
    '../instructors/notes.md',
    '../config.yaml',
    'data/virus.exe',
    '../../other/episodes/data/secret.csv',
    '../../../../etc/passwd',
    '../../../shell/learners/setup.md',
    '//evil.example/x.png',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '%ff',
    '#',
    '',
  ])('%j leads nowhere', (address) => {
    expect(fromIntro(address)).toEqual({ kind: 'nothing' });
  });
});
