import { CSV } from '../api-things.js';
import { type ApiRequests, as, ifMatch, upload } from './request.js';

export const assessmentRequests: ApiRequests = {
  previewProject: async (things) => ({
    path: `/api/v1/micro-credentials/${(await things.draft()).id}/preview/project?standing=returned`,
    by: await as(things, 'ines'),
  }),
  listMyJourneys: async (things) => {
    await things.graded('returned');
    return { path: '/api/v1/me/journeys', by: await as(things, 'amara') };
  },
  getProject: async (things) => ({
    path: `/api/v1/enrollments/${(await things.graded('returned')).enrollmentId}/project`,
    by: await as(things, 'amara'),
  }),
  saveSubmissionDraft: async (things) => ({
    path: `/api/v1/enrollments/${(await things.readyPlace()).enrollmentId}/submission-draft`,
    headers: ifMatch(0),
    body: { text: 'What the data say.', links: [], fileIds: [] },
    by: await as(things, 'amara'),
  }),
  uploadSubmissionFile: async (things) => ({
    path: `/api/v1/enrollments/${(await things.readyPlace()).enrollmentId}/submission-files`,
    ...upload('plot.csv', 'text/csv', CSV),
    by: await as(things, 'amara'),
  }),
  downloadSubmissionFile: async (things) => ({
    path: `/api/v1/submission-files/${(await things.submissionFile(await things.readyPlace())).id}/content`,
    by: await as(things, 'amara'),
  }),
  submitAttempt: async (things) => {
    const { enrollmentId } = await things.readyPlace();
    const draft = await things.cast.amara.client.put<{ version: number }>(
      `/api/v1/enrollments/${enrollmentId}/submission-draft`,
      { text: 'What the data say.', links: [], fileIds: [] },
      { ifMatch: '"v0"' },
    );
    const path = `/api/v1/enrollments/${enrollmentId}/attempts`;
    return { path, body: { draftVersion: draft.version }, by: await as(things, 'amara') };
  },
  tryRubric: async (things) => ({
    path: '/api/v1/rubric-trials',
    body: {
      passPoints: 2,
      criteria: [{ id: 'claim', mustPassPoints: null, ratings: [{ id: 'fully', points: 4 }] }],
      ratings: [{ criterionId: 'claim', ratingId: 'fully' }],
    },
    by: await as(things, 'ines'),
  }),
  getAttempt: async (things) => ({
    path: `/api/v1/attempts/${(await things.attempt()).attemptId}`,
    by: await as(things, 'amara'),
  }),
  downloadAttemptFile: async (things) => {
    const { attemptId } = await things.attempt();
    const { files } = await things.cast.amara.client.get<{ files: { id: string }[] }>(`/api/v1/attempts/${attemptId}`);
    return { path: `/api/v1/attempts/${attemptId}/files/${files[0]?.id}`, by: await as(things, 'ada') };
  },
  withdrawAttempt: async (things) => ({
    path: `/api/v1/attempts/${(await things.attempt()).attemptId}/withdrawal`,
    by: await as(things, 'amara'),
  }),
  getGradingWork: async (things) => {
    await things.attempt();
    return { path: '/api/v1/grading-work', by: await as(things, 'ada') };
  },
  listGradingQueue: async (things) => ({
    path: `/api/v1/offerings/${(await things.attempt()).offeringId}/grading-queue`,
    by: await as(things, 'ada'),
  }),
  takeNextAttempt: async (things) => ({
    path: `/api/v1/offerings/${(await things.attempt()).offeringId}/grading-queue/next`,
    by: await as(things, 'ada'),
  }),
  getGrading: async (things) => ({
    path: `/api/v1/attempts/${(await things.attempt()).attemptId}/grading`,
    by: await as(things, 'ada'),
  }),
  takeAttempt: async (things) => ({
    path: `/api/v1/attempts/${(await things.attempt()).attemptId}/lease`,
    by: await as(things, 'ada'),
  }),
  keepAttempt: async (things) => ({
    path: `/api/v1/attempts/${(await things.leased()).attemptId}/lease`,
    by: await as(things, 'ada'),
  }),
  handBackAttempt: async (things) => ({
    path: `/api/v1/attempts/${(await things.leased()).attemptId}/lease`,
    by: await as(things, 'ada'),
  }),
  saveAssessmentDraft: async (things) => {
    const { attemptId } = await things.leased();
    const body = { ratings: await things.ratings(attemptId, true), feedback: 'So far so good.' };
    return { path: `/api/v1/attempts/${attemptId}/assessment-draft`, headers: ifMatch(0), body, by: await as(things, 'ada') };
  },
  assessAttempt: async (things) => {
    const { attemptId } = await things.leased();
    const body = { verdict: 'returned', ratings: await things.ratings(attemptId, false), feedback: 'Say how you counted.' };
    return { path: `/api/v1/attempts/${attemptId}/assessments`, body, by: await as(things, 'ada') };
  },
  correctAttemptVerdict: async (things) => {
    const { attemptId } = await things.graded('returned');
    const body = {
      verdict: 'failed',
      ratings: await things.ratings(attemptId, false),
      feedback: 'It is not what was asked for.',
      standingVersion: 1,
      reason: 'The wrong button.',
    };
    return { path: `/api/v1/attempts/${attemptId}/corrections`, body, by: await as(things, 'olga') };
  },
};
