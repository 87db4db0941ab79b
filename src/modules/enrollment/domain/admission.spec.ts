import { describe, expect, it } from '@jest/globals';
import { placeOutlook, type PlaceWish } from './admission.js';

const NOW = new Date('2026-06-01T10:00:00Z');
const OPEN: PlaceWish = {
  cancelled: false,
  mayEnroll: true,
  isLearner: true,
  admission: { enrollmentOpensAt: null, enrollmentClosesAt: null, endsAt: null, seats: 2, waitlist: true, waitlistLimit: null },
};
const outlook = (wish: Partial<PlaceWish>, taken = 0, waiting = 0) => placeOutlook({ ...OPEN, ...wish }, { taken, waiting }, NOW);

describe('placeOutlook', () => {
  it('promises a seat while there is one, and a place on the waitlist after that', () => {
    expect(outlook({}, 1)).toEqual({ outcome: 'active' });
    expect(outlook({}, 2, 3)).toEqual({ outcome: 'waitlisted', position: 4 });
  });

  it('says first what no date can mend', () => {
    const closed = { ...OPEN.admission, enrollmentClosesAt: NOW };
    expect(outlook({ cancelled: true, isLearner: false })).toMatchObject({ reason: { key: 'offering_cancelled' } });
    expect(outlook({ isLearner: false, mayEnroll: false })).toMatchObject({ reason: { key: 'not_a_learner' } });
    expect(outlook({ mayEnroll: false, admission: closed })).toMatchObject({ reason: { key: 'office_enrolls' } });
    expect(outlook({ admission: closed })).toMatchObject({ reason: { key: 'enrollment_closed' } });
  });
});
