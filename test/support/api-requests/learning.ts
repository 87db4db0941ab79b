import { newId } from '../../../src/platform/ids.js';
import type { Place, Things } from '../api-things.js';
import { type ApiRequests, as, ifMatch } from './request.js';

/** A second edition of a place's micro-credential, to move to. */
async function nextEdition({ cast }: Things, { microCredentialId }: Place): Promise<string> {
  const draft = await cast.ines.client.get<{ id: string; version: number }>(`/api/v1/micro-credentials/${microCredentialId}`);
  const changed = await cast.ines.client.patch<{ version: number }>(
    `/api/v1/micro-credentials/${microCredentialId}`,
    { prerequisites: 'None.' },
    { ifMatch: `"v${draft.version}"` },
  );
  const edition = await cast.ines.client.post<{ id: string }>(
    `/api/v1/micro-credentials/${microCredentialId}/editions`,
    { changeNote: 'Says what is needed before' },
    { ifMatch: `"v${changed.version}"` },
  );
  return edition.id;
}

export const learningRequests: ApiRequests = {
  getWhereabouts: async (things) => ({
    path: `/api/v1/offerings/${(await things.place()).offeringId}/whereabouts`,
    by: await as(things, 'ines'),
  }),
  listStandingLearners: async (things) => {
    const { offeringId, pageId } = await things.place();
    const path = `/api/v1/offerings/${offeringId}/whereabouts/learners?at=activity&activityId=${pageId}`;
    return { path, by: await as(things, 'ines') };
  },
  previewJourney: async (things) => ({
    path: `/api/v1/micro-credentials/${(await things.draft()).id}/preview/journey?standing=half-way`,
    by: await as(things, 'ines'),
  }),
  previewLearnerActivity: async (things) => {
    const { id, pageId } = await things.draft();
    return { path: `/api/v1/micro-credentials/${id}/preview/activities/${pageId}?standing=new`, by: await as(things, 'ines') };
  },
  previewQuizAttempt: async (things) => {
    const { id, quizId } = await things.draft();
    const path = `/api/v1/micro-credentials/${id}/preview/activities/${quizId}/quiz-attempt?standing=new`;
    return { path, by: await as(things, 'ines') };
  },
  getJourney: async (things) => ({
    path: `/api/v1/enrollments/${(await things.place()).enrollmentId}/journey`,
    by: await as(things, 'amara'),
  }),
  getLearnerActivity: async (things) => {
    const { enrollmentId, quizId } = await things.place();
    return { path: `/api/v1/enrollments/${enrollmentId}/activities/${quizId}`, by: await as(things, 'amara') };
  },
  saveLearningPosition: async (things) => {
    const { enrollmentId, pageId } = await things.place();
    const body = { activityId: pageId, place: { paragraph: 3 } };
    return { path: `/api/v1/enrollments/${enrollmentId}/position`, body, by: await as(things, 'amara') };
  },
  recordFacts: async (things) => {
    const { enrollmentId, pageId } = await things.place();
    const fact = { id: newId(), activityId: pageId, kind: 'completed', effectiveAt: new Date().toISOString() };
    return { path: `/api/v1/enrollments/${enrollmentId}/facts`, body: { facts: [fact] }, by: await as(things, 'amara') };
  },
  startQuizAttempt: async (things) => {
    const { enrollmentId, quizId } = await things.place();
    return { path: `/api/v1/enrollments/${enrollmentId}/activities/${quizId}/quiz-attempts`, by: await as(things, 'amara') };
  },
  getQuizAttempt: async (things) => ({
    path: `/api/v1/quiz-attempts/${(await things.quizAttempt(await things.place())).id}`,
    by: await as(things, 'amara'),
  }),
  saveQuizAnswers: async (things) => {
    const { id, revision } = await things.quizAttempt(await things.place());
    return { path: `/api/v1/quiz-attempts/${id}/answers`, body: { revision, answers: {} }, by: await as(things, 'amara') };
  },
  submitQuizAttempt: async (things) => ({
    path: `/api/v1/quiz-attempts/${(await things.quizAttempt(await things.place())).id}/submission`,
    body: {},
    by: await as(things, 'amara'),
  }),
  listArrangements: async (things) => ({
    path: `/api/v1/enrollments/${(await things.place()).enrollmentId}/arrangements`,
    by: await as(things, 'ines'),
  }),
  waiveActivities: async (things) => {
    const { enrollmentId, pageId } = await things.place();
    const body = { activityId: pageId, reason: 'Known from work.' };
    return { path: `/api/v1/enrollments/${enrollmentId}/waivers`, body, by: await as(things, 'ines') };
  },
  previewEditionMove: async (things) => {
    const place = await things.place();
    const editionId = await nextEdition(things, place);
    return {
      path: `/api/v1/enrollments/${place.enrollmentId}/edition-move?editionId=${editionId}`,
      by: await as(things, 'ines'),
    };
  },
  moveToEdition: async (things) => {
    const place = await things.place();
    const body = { editionId: await nextEdition(things, place), reason: 'The new one is kinder.' };
    return { path: `/api/v1/enrollments/${place.enrollmentId}/edition-move`, body, by: await as(things, 'ines') };
  },
  planStudyTime: async (things) => {
    const { enrollmentId } = await things.place();
    const body = { minutes: [60, 0, 60, 0, 0, 120, 0], startsOn: '2026-03-02' };
    return { path: `/api/v1/enrollments/${enrollmentId}/study-plan`, body, by: await as(things, 'amara') };
  },
  dropStudyPlan: async (things) => ({
    path: `/api/v1/enrollments/${(await things.place()).enrollmentId}/study-plan`,
    by: await as(things, 'amara'),
  }),
  getNote: async (things) => {
    const { enrollmentId, pageId } = await things.place();
    return { path: `/api/v1/enrollments/${enrollmentId}/activities/${pageId}/note`, by: await as(things, 'amara') };
  },
  keepNoteOfActivity: async (things) => {
    const { enrollmentId, pageId } = await things.place();
    const path = `/api/v1/enrollments/${enrollmentId}/activities/${pageId}/note`;
    return { path, body: { text: 'Ask first.' }, headers: ifMatch(0), by: await as(things, 'amara') };
  },
  listMyNotes: async (things) => ({ path: '/api/v1/me/notes', by: await as(things, 'amara') }),
  downloadMyNotes: async (things) => ({ path: '/api/v1/me/notes.md', by: await as(things, 'amara') }),
  getMyCalendar: async (things) => ({ path: '/api/v1/me/calendar', by: await as(things, 'amara') }),
  getMyCalendarFeed: async (things) => ({ path: '/api/v1/me/calendar-feed', by: await as(things, 'amara') }),
  makeMyCalendarFeed: async (things) => ({ path: '/api/v1/me/calendar-feed', by: await as(things, 'amara') }),
  turnMyCalendarFeedOff: async (things) => ({ path: '/api/v1/me/calendar-feed', by: await as(things, 'amara') }),
  listOfferingProgress: async (things) => ({
    path: `/api/v1/offerings/${(await things.place()).offeringId}/progress`,
    by: await as(things, 'ines'),
  }),
};
