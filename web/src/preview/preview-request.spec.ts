import { previewPlace } from './preview-place';
import { standInFor } from './preview-request';

const MICRO_CREDENTIAL = '0198c5f0-0000-7000-8000-000000000001';
const QUIZ = '0198c5f0-0000-7000-8000-000000000002';
const place = previewPlace('half-way', MICRO_CREDENTIAL);
const preview = `/api/v1/micro-credentials/${MICRO_CREDENTIAL}/preview`;

const ask = (method: string, path: string, params: Record<string, string> = { id: place }) =>
  standInFor({ method, path, params });

describe('what stands in for a request of the learner’s screens', () => {
  it('reads the draft instead of a place, under the name that the screen knows', () => {
    expect(ask('GET', '/api/v1/enrollments/{id}/journey')).toEqual({
      address: `${preview}/journey?standing=half-way`,
      named: { enrollmentId: place },
    });
    expect(ask('GET', '/api/v1/enrollments/{id}/project')?.address).toBe(`${preview}/project?standing=half-way`);
  });

  it('begins a quiz without keeping an attempt, and finds it again by its name', () => {
    const path = '/api/v1/enrollments/{id}/activities/{activityId}/quiz-attempts';
    const begun = ask('POST', path, { id: place, activityId: QUIZ });
    expect(begun).toEqual({
      address: `${preview}/activities/${QUIZ}/quiz-attempt?standing=half-way`,
      named: { id: `${place}-${QUIZ}` },
    });
    expect(ask('GET', '/api/v1/quiz-attempts/{id}', { id: `${place}-${QUIZ}` })).toEqual(begun);
  });

  it('asks nothing where something would be kept', () => {
    for (const path of ['/api/v1/enrollments/{id}/facts', '/api/v1/enrollments/{id}/attempts'])
      expect(ask('POST', path)).toEqual({ address: null, named: {} });
    expect(ask('PUT', '/api/v1/quiz-attempts/{id}/answers', { id: `${place}-${QUIZ}` })?.address).toBeNull();
  });

  it('leaves every other request alone', () => {
    expect(ask('GET', '/api/v1/enrollments/{id}/journey', { id: QUIZ })).toBeNull();
    expect(ask('GET', '/api/v1/me/journeys', {})).toBeNull();
  });
});
