import { describe, expect, it } from '@jest/globals';
import { RecentlyUsed } from './recently-used.js';

describe('a cache of what was recently used', () => {
  it('lets go of what was not used for longest when it gets too heavy', () => {
    const cache = new RecentlyUsed<string>(10);
    cache.set('shell', 'Shell', 4);
    cache.set('git', 'Git', 4);
    cache.get('shell');
    cache.set('sql', 'SQL', 4);
    expect([cache.get('shell'), cache.get('git'), cache.get('sql')]).toEqual(['Shell', undefined, 'SQL']);
  });

  it('keeps nothing that is heavier than everything together may be, and loses nothing else to it', () => {
    const cache = new RecentlyUsed<string>(10);
    cache.set('shell', 'Shell', 10);
    cache.set('atlas', 'Atlas', 11);
    expect([cache.get('shell'), cache.get('atlas')]).toEqual(['Shell', undefined]);
  });

  it('counts a value that is set again once', () => {
    const cache = new RecentlyUsed<string>(10);
    for (let time = 0; time < 5; time++) cache.set('shell', `Shell ${time}`, 6);
    cache.set('git', 'Git', 4);
    expect([cache.get('shell'), cache.get('git')]).toEqual(['Shell 4', 'Git']);
  });
});
