import { offeringState } from './offering-state';

describe('offeringState', () => {
  const offering = {
    cancelledAt: null,
    startsAt: '2026-03-01T00:00:00Z',
    endsAt: '2026-06-01T00:00:00Z',
    enrollFrom: '2026-02-01T00:00:00Z',
    enrollUntil: '2026-03-15T00:00:00Z',
  };

  it.each([
    ['2026-01-01', 'planned'],
    ['2026-02-10', 'open'],
    ['2026-03-10', 'open'],
    ['2026-04-01', 'running'],
    ['2026-06-01', 'over'],
  ])('on %s is %s', (day, state) => {
    expect(offeringState(offering, new Date(`${day}T00:00:00Z`))).toBe(state);
  });

  it('is cancelled whatever the dates say', () => {
    expect(offeringState({ ...offering, cancelledAt: '2026-02-02T00:00:00Z' }, new Date('2026-02-10'))).toBe('cancelled');
  });

  it('stays open where nothing ends', () => {
    expect(offeringState({ ...offering, endsAt: null, enrollUntil: null }, new Date('2030-01-01'))).toBe('open');
  });
});
