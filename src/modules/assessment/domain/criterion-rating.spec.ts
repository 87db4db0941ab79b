import { describe, expect, it } from '@jest/globals';
import { chosenRatings, lastRatings } from './criterion-rating.js';

const rating = (criterionId: string, ratingId: string, comment = '') => ({ criterionId, ratingId, comment });

describe('ratings of one marker', () => {
  const given = [rating('claim', 'not', 'first thought'), rating('evidence', 'fully'), rating('claim', 'fully', 'second')];

  it('keep the last one of a criterion that is named twice', () => {
    expect(lastRatings(given)).toEqual([rating('claim', 'fully', 'second'), rating('evidence', 'fully')]);
    expect(chosenRatings(given)).toEqual({ claim: 'fully', evidence: 'fully' });
  });

  it('are not changed by being settled twice', () => {
    expect(lastRatings(lastRatings(given))).toEqual(lastRatings(given));
  });
});
