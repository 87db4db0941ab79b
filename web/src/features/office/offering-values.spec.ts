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

const VIENNA = 'Europe/Vienna';

describe('What the form of an offering holds', () => {
  it('comes back as it was when nothing is changed', () => {
    const { title, startsAt, endsAt, enrollFrom, enrollUntil, seats, waitlist, openEnrollment, priceLabel, latePolicy } =
      offering;
    expect(changeOf(valuesOf(offering, VIENNA), VIENNA)).toEqual({
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

  it('is what clocks show in the zone of its reader', () => {
    expect(valuesOf(offering, VIENNA)).toMatchObject({
      startsAt: '2026-09-01T08:00',
      enrollUntil: '2026-10-20T03:30',
      endsAt: '',
    });
    expect(changeOf({ ...valuesOf(offering, VIENNA), startsAt: '2026-09-01T09:00' }, VIENNA).startsAt).toBe(
      '2026-09-01T07:00:00.000Z',
    );
  });

  it('leaves the moments that were not touched as they are, to the second and to which of two equal hours', () => {
    const standing = { ...offering, endsAt: '2026-12-31T22:59:59.000Z', enrollUntil: '2026-10-25T01:30:00.000Z' };
    const values = { ...valuesOf(standing, VIENNA), startsAt: '2026-09-02T08:00' };
    expect(changeOf(values, VIENNA, standing)).toMatchObject({
      startsAt: '2026-09-02T06:00:00.000Z',
      endsAt: standing.endsAt,
      enrollUntil: standing.enrollUntil,
    });
  });

  it('begins with the day that it is where its reader is', () => {
    const late = new Date('2026-07-01T23:30:00Z');
    expect(newOfferingValues(late, VIENNA).startsAt).toBe('2026-07-02T00:00');
    expect(newOfferingValues(late, 'America/New_York').enrollFrom).toBe('2026-07-01T00:00');
  });

  it('lacks its micro-credential and its title at first, and nothing else', () => {
    expect(faultsOf(newOfferingValues(new Date(), VIENNA))).toEqual({ editionId: 'missing', title: 'missing' });
  });

  it('cannot end before it starts', () => {
    expect(faultsOf({ ...valuesOf(offering, VIENNA), startsAt: '2026-09-01T08:00', endsAt: '2026-09-01T08:00' })).toEqual({
      endsAt: 'endsFirst',
    });
  });

  it('names the zone of a deadline that is a day', () => {
    const values = { ...valuesOf(offering, VIENNA), due: 'fixed' as const, dueDate: '2026-12-01' };
    expect(creationOf(values, 'Europe/Berlin').projectDue).toEqual({
      type: 'fixed',
      at: '2026-12-01T11:00:00.000Z',
      timeZone: 'Europe/Berlin',
    });
  });
});
