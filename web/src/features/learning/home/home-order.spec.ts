import { homeOf, type MyJourney } from './home-order';

const NOW = new Date('2026-06-10T12:00:00Z');

function journey(title: string, changes: Partial<MyJourney> = {}, project: Partial<MyJourney['project']> = {}): MyJourney {
  return {
    enrollmentId: title,
    offeringId: 'offering',
    offeringTitle: 'Autumn run',
    microCredentialId: 'micro-credential',
    title,
    state: 'active',
    progress: { share: 0, percent: 0, minutesDone: 0, minutesTotal: 60 },
    next: null,
    endsAt: null,
    lastActivityAt: null,
    ...changes,
    project: { title: 'Brief', state: 'locked', dueAt: null, standing: 'none', since: null, ...project },
  };
}
const titles = (journeys: MyJourney[]) => journeys.map(({ title }) => title);

describe('homeOf', () => {
  it('puts first what was worked on last, and what has ended aside', () => {
    const home = homeOf(
      [
        journey('new'),
        journey('older', { lastActivityAt: '2026-06-01T00:00:00Z' }),
        journey('latest', { lastActivityAt: '2026-06-09T00:00:00Z' }),
        journey('done', { state: 'completed' }),
      ],
      NOW,
    );
    expect(titles(home.running)).toEqual(['latest', 'older', 'new']);
    expect(titles(home.rest)).toEqual(['done']);
  });

  it('lists deadlines by their day, without those that are met', () => {
    const home = homeOf(
      [
        journey('later', {}, { dueAt: '2026-07-01T00:00:00Z' }),
        journey('sooner', {}, { dueAt: '2026-06-11T00:00:00Z', standing: 'returned' }),
        journey('handed in', {}, { dueAt: '2026-06-11T00:00:00Z', standing: 'submitted' }),
      ],
      NOW,
    );
    expect(titles(home.due)).toEqual(['sooner', 'later']);
  });

  it('tells of returned work until it is handed in again, and of a pass for a fortnight', () => {
    const home = homeOf(
      [
        journey('returned', {}, { standing: 'returned', since: '2026-01-01T00:00:00Z' }),
        journey('passed', { state: 'completed' }, { standing: 'passed', since: '2026-06-09T00:00:00Z' }),
        journey('passed long ago', { state: 'completed' }, { standing: 'passed', since: '2026-03-09T00:00:00Z' }),
      ],
      NOW,
    );
    expect(titles(home.news)).toEqual(['returned', 'passed']);
  });
});
