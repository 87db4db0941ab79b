import { describe, expect, it } from '@jest/globals';
import { differencesPage, nextPage } from './next-page.js';

const HERE = 'https://lms.example/members?limit=2';

describe('What follows a page', () => {
  it.each([
    ['<https://lms.example/members?page=2>; rel="next"', { page: 'next', url: 'https://lms.example/members?page=2' }],
    ['</members?page=2>; rel=next', { page: 'next', url: 'https://lms.example/members?page=2' }],
    [
      '<https://lms.example/a>; rel="differences", <https://lms.example/b>; rel="next"',
      { page: 'next', url: 'https://lms.example/b' },
    ],
    ['<https://other.example/members?page=2>; rel="next"', { page: 'elsewhere' }],
    ['<http://lms.example/members?page=2>; rel="next"', { page: 'elsewhere' }],
    ['<https://lms.example/a>; rel="differences"', { page: 'last' }],
    [undefined, { page: 'last' }],
  ])('is told by %s', (link, expected) => {
    expect(nextPage(link, HERE)).toEqual(expected);
  });

  it('are the differences, at the same origin alone', () => {
    expect(differencesPage('<https://lms.example/a>; rel="differences"', HERE)).toBe('https://lms.example/a');
    expect(differencesPage('<https://other.example/a>; rel="differences"', HERE)).toBeNull();
    expect(differencesPage('<https://lms.example/a>; rel="next"', HERE)).toBeNull();
  });
});
