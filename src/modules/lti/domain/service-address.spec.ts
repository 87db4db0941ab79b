import { describe, expect, it } from '@jest/globals';
import { nextPage } from './next-page.js';
import { below, withQuery } from './service-address.js';

const HERE = 'https://lms.example/items?type_id=2';

describe('Addresses of services', () => {
  it('keep their query', () => {
    expect(below('https://lms.example/items/5/lineitem?type_id=2', 'scores')).toBe(
      'https://lms.example/items/5/lineitem/scores?type_id=2',
    );
    expect(below('https://lms.example/items/5', 'results', { user_id: 'a b' })).toBe(
      'https://lms.example/items/5/results?user_id=a+b',
    );
    expect(withQuery(HERE, { tag: 'x' })).toBe('https://lms.example/items?type_id=2&tag=x');
  });

  it.each([
    [undefined, { page: 'last' }],
    ['<https://lms.example/items?from=2>; rel="next"', { page: 'next', url: 'https://lms.example/items?from=2' }],
    ['</items?from=2>; rel=next', { page: 'next', url: 'https://lms.example/items?from=2' }],
    [
      '<https://lms.example/d>; rel="differences", <https://lms.example/items?a=1,2>; title="a, b"; rel="last next"',
      { page: 'next', url: 'https://lms.example/items?a=1,2' },
    ],
    ['<https://lms.example/d>; rel="nextish"', { page: 'last' }],
    ['<https://elsewhere.example/items>; rel="next"', { page: 'elsewhere' }],
    ['<http://lms.example/items>; rel="next"', { page: 'elsewhere' }],
    ['<https://[>; rel="next"', { page: 'elsewhere' }],
  ])('of the page after %j', (link, page) => {
    expect(nextPage(link, HERE)).toEqual(page);
  });
});
