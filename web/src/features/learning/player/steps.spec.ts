import type { View } from '../../../api/client';
import { activityOf, stepsAround } from './steps';

const activity = (id: string) => ({ id, title: id.toUpperCase() });
const course = (id: string, state: string, ids: string[]) => ({ id, title: id, state, activities: ids.map(activity) });
const journey = {
  courses: [course('first', 'completed', ['a', 'b']), course('second', 'open', ['c']), course('third', 'locked', ['d'])],
} as unknown as View<'JourneyView'>;

describe('stepsAround', () => {
  it('leads from course to course', () => {
    expect(stepsAround(journey, 'b')).toMatchObject({ previous: { id: 'a' }, next: { id: 'c', title: 'C' }, isLast: false });
  });

  it('does not step over what is locked', () => {
    expect(stepsAround(journey, 'c')).toMatchObject({ previous: { id: 'b' }, next: null, isLast: false });
  });

  it('knows the last activity, and begins nowhere for one that is unknown', () => {
    expect(stepsAround(journey, 'd')).toMatchObject({ previous: { id: 'c' }, next: null, isLast: true });
    expect(stepsAround(journey, 'x')).toEqual({ previous: null, next: null, isLast: false });
  });
});

describe('activityOf', () => {
  it('finds an activity with its course', () => {
    expect(activityOf(journey, 'c')).toMatchObject({ course: { id: 'second' }, activity: { id: 'c' } });
    expect(activityOf(journey, 'x')).toBeNull();
  });
});
