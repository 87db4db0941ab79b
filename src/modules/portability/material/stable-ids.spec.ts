import { describe, expect, it } from '@jest/globals';
import { StableIds } from './stable-ids.js';

describe('ids made of content', () => {
  it('are the same each time, and different for different content', () => {
    expect(new StableIds().make('q', 'What is `ls`?')).toBe(new StableIds().make('q', 'What is `ls`?'));
    expect(new StableIds().make('q', 'What is `ls`?')).not.toBe(new StableIds().make('q', 'What is `pwd`?'));
  });

  it('are told apart where the content repeats', () => {
    const ids = new StableIds();
    const first = ids.make('q', 'Why?');
    expect(ids.make('q', 'Why?')).toBe(`${first}-2`);
  });
});
