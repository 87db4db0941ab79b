import { describe, expect, it } from '@jest/globals';
import { differences } from './differences';

describe('Two versions of a setting', () => {
  it('are compared field by field, and the other one is told where it differs', () => {
    expect(
      differences(
        [
          ['Name', 'Riverside'],
          ['Website', 'https://riverside.example'],
          ['Region', ''],
        ],
        [
          ['Name', 'Riverside University'],
          ['Website', ''],
          ['Region', ''],
        ],
      ),
    ).toEqual([
      ['Name', 'Riverside University'],
      ['Website', '–'],
    ]);
  });
});
