import { describe, expect, it } from '@jest/globals';
import type { OutlineCourse } from '../queries';
import { placeOfProblem } from './problem-place';

const courses = [{ activities: [{ id: 'one' }] }, { activities: [{ id: 'two' }, { id: 'three' }] }] as unknown as OutlineCourse[];

describe('a problem is mended', () => {
  it.each([
    ['/courses/1/activities/1/body/markdown', { screen: 'activity', activityId: 'three' }],
    ['/courses/1/activities/1/title', { screen: 'outline' }],
    ['/courses/9/activities/0/body', { screen: 'outline' }],
    ['/courses/0', { screen: 'outline' }],
    ['/courses', { screen: 'outline' }],
    ['', { screen: 'outline' }],
    ['/sequence/items/0', { screen: 'rules' }],
    ['/project/brief', { screen: 'project' }],
    ['/rubric', { screen: 'project' }],
    ['/marking/secondMarkerShare', { screen: 'project' }],
    ['/badgeImageFileId', { screen: 'badge' }],
    ['/workload/hours', { screen: 'details', field: 'workload.hours' }],
    ['/skills/0/alignment/targetUrl', { screen: 'details', field: 'skills[0].alignment.targetUrl' }],
  ] as const)('that lies at “%s”', (path, place) => {
    expect(placeOfProblem(path, courses)).toEqual(place);
  });
});
