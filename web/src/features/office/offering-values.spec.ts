import { changeOf, creationOf, faultsOf, newOfferingValues, valuesOf } from './offering-values';

const offering = {
  id: 'o',
  editionId: 'e',
  title: 'Autumn',
  startsAt: '2026-09-01T06:00:00.000Z',
  endsAt: null,
  enrollFrom: '2026-08-01T00:00:00.000Z',
  enrollUntil: '2026-10-20T01:30:00.000Z',
  seats: 20,
  waitlist: true,
  openEnrollment: false,
  priceLabel: 'free',
  projectDue: null,
  latePolicy: { graceMinutes: 10, penaltyPercentPerDay: 5, floorPercent: 50, cutoffDays: null },
  cancelledAt: null,
  version: 1,
  can: { enroll: true, manage: true },
};

describe('What the form of an offering holds', () => {
  it('comes back as it was when nothing is changed', () => {
    const { title, startsAt, endsAt, enrollFrom, enrollUntil, seats, waitlist, openEnrollment, priceLabel, latePolicy } =
      offering;
    expect(changeOf(valuesOf(offering))).toEqual({
      title,
      startsAt,
      endsAt,
      enrollFrom,
      enrollUntil,
      seats,
      waitlist,
      openEnrollment,
      priceLabel,
      latePolicy,
    });
  });

  it('lacks its micro-credential and its title at first, and nothing else', () => {
    expect(faultsOf(newOfferingValues(new Date()))).toEqual({ editionId: 'missing', title: 'missing' });
  });

  it('cannot end before it starts', () => {
    expect(faultsOf({ ...valuesOf(offering), startsAt: '2026-09-01T08:00', endsAt: '2026-09-01T08:00' })).toEqual({
      endsAt: 'endsFirst',
    });
  });

  it('names the zone of a deadline that is a day', () => {
    const values = { ...valuesOf(offering), due: 'fixed' as const, dueDate: '2026-12-01' };
    expect(creationOf(values, 'Europe/Berlin').projectDue).toMatchObject({ type: 'fixed', timeZone: 'Europe/Berlin' });
  });
});
