import { studio } from '../../../i18n/en/studio';
import { most, shownStations, type Station, stationName } from './stations';

const station = (kind: Station['kind'], learners: number, title = ''): Station => ({
  kind,
  activityId: null,
  title,
  courseTitle: null,
  completed: null,
  learners,
  medianDays: null,
  longestDays: null,
});

describe('the stations of a way', () => {
  it('leave out what is out of the ordinary and empty', () => {
    const shown = shownStations([station('activity', 0), station('waiting', 0), station('elsewhere', 1), station('passed', 0)]);
    expect(shown.map(({ kind }) => kind)).toEqual(['activity', 'elsewhere', 'passed']);
  });

  it('say where most stand, if it is one place and more than a few', () => {
    const [axes, brief] = [station('activity', 4, 'Axes'), station('project', 3)];
    expect(most([axes, brief, station('passed', 9)])).toBe(axes);
    expect(most([axes, station('activity', 4)])).toBeNull();
    expect(most([station('activity', 2)])).toBeNull();
    expect(most([])).toBeNull();
  });

  it('are called by their title where they have one', () => {
    expect(stationName(station('activity', 1, 'Axes'), studio.learners)).toBe('Axes');
    expect(stationName(station('project', 1, 'Brief'), studio.learners)).toBe('Project: Brief');
  });
});
