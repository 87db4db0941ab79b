import { describe, expect, it } from '@jest/globals';
import { lastDay } from './last-day';

describe('The last day of an endorsement', () => {
  it('is the one before the midnight at which it ends', () => {
    expect(lastDay('2028-05-02T00:00:00.000Z')).toMatch(/^2028-05-01T23:59/);
    expect(lastDay('2028-05-02T12:00:00.000Z')).toMatch(/^2028-05-02/);
  });
});
