import { describe, expect, it } from '@jest/globals';
import { wantsPage } from './wants-page.js';

describe('wantsPage', () => {
  it.each([
    ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'],
    ['Text/HTML; charset=utf-8'],
    ['text/html, application/json'],
    ['application/json;q=0.5, text/html;q=0.9'],
  ])('gives people a page: %s', (accept) => {
    expect(wantsPage(accept)).toBe(true);
  });

  it.each([
    [undefined],
    [''],
    ['*/*'],
    ['text/*'],
    ['application/vc+ld+json'],
    ['application/vc+ld+json, text/html;q=0.1'],
    ['text/html;q=0, application/json'],
    ['text/html;q=much'],
    [','.repeat(50)],
  ])('gives programs the document: %s', (accept) => {
    expect(wantsPage(accept)).toBe(false);
  });
});
