import { offeringWish } from '../api-things.js';
import { type ApiRequests, as, ifMatch } from './request.js';

const IN_A_MONTH = new Date(Date.now() + 30 * 86_400_000).toISOString();

export const enrollmentRequests: ApiRequests = {
  createOffering: async (things) => ({
    path: '/api/v1/offerings',
    body: offeringWish((await things.edition()).editionId),
    by: await as(things, 'olga'),
  }),
  listOfferings: async (things) => ({ path: '/api/v1/offerings', by: await as(things, 'amara') }),
  getOfferingCalendar: async (things) => ({ path: '/api/v1/offerings/calendar?month=2026-11', by: await as(things, 'olga') }),
  getOffering: async (things) => ({ path: `/api/v1/offerings/${(await things.offering()).id}`, by: await as(things, 'amara') }),
  countLearnersByEdition: async (things) => ({
    path: `/api/v1/micro-credentials/${(await things.place()).microCredentialId}/learners`,
    by: await as(things, 'ines'),
  }),
  getAdmission: async (things) => ({
    path: `/api/v1/offerings/${(await things.offering()).id}/admission`,
    by: await as(things, 'amara'),
  }),
  changeOffering: async (things) => {
    const { id, version } = await things.offering();
    return {
      path: `/api/v1/offerings/${id}`,
      headers: ifMatch(version),
      body: { title: 'Late run' },
      by: await as(things, 'olga'),
    };
  },
  cancelOffering: async (things) => ({
    path: `/api/v1/offerings/${(await things.offering()).id}/cancellation`,
    by: await as(things, 'olga'),
  }),
  listOfferingStaff: async (things) => ({
    path: `/api/v1/offerings/${(await things.offering()).id}/staff`,
    by: await as(things, 'ada'),
  }),
  addOfferingStaff: async (things) => ({
    path: `/api/v1/offerings/${(await things.offering()).id}/staff`,
    body: { personId: things.cast.ines.id, role: 'instructor' },
    by: await as(things, 'olga'),
  }),
  removeOfferingStaff: async (things) => ({
    path: `/api/v1/offerings/${(await things.offering()).id}/staff/${things.cast.ines.id}/instructor`,
    by: await as(things, 'olga'),
  }),
  enroll: async (things) => ({
    path: `/api/v1/offerings/${(await things.offering()).id}/enrollments`,
    body: {},
    by: await as(things, 'amara'),
  }),
  listOfferingEnrollments: async (things) => ({
    path: `/api/v1/offerings/${(await things.place()).offeringId}/enrollments`,
    by: await as(things, 'ada'),
  }),
  listMyEnrollments: async (things) => ({ path: '/api/v1/enrollments', by: await as(things, 'amara') }),
  getEnrollment: async (things) => ({
    path: `/api/v1/enrollments/${(await things.place()).enrollmentId}`,
    by: await as(things, 'amara'),
  }),
  withdrawEnrollment: async (things) => ({
    path: `/api/v1/enrollments/${(await things.place()).enrollmentId}/withdrawal`,
    by: await as(things, 'amara'),
  }),
  extendProjectDeadline: async (things) => ({
    path: `/api/v1/enrollments/${(await things.place()).enrollmentId}/extensions`,
    body: { dueAt: new Date(Date.parse(IN_A_MONTH) + 90 * 86_400_000).toISOString(), reason: 'Ill for a week.' },
    by: await as(things, 'ines'),
  }),
  getAccommodation: async (things) => {
    await things.cast.olga.client.put(`/api/v1/members/${things.cast.lea.id}/accommodation`, ACCOMMODATION);
    return { path: `/api/v1/members/${things.cast.lea.id}/accommodation`, by: await as(things, 'olga') };
  },
  grantAccommodation: async (things) => ({
    path: `/api/v1/members/${things.cast.lea.id}/accommodation`,
    body: ACCOMMODATION,
    by: await as(things, 'olga'),
  }),
  endAccommodation: async (things) => {
    await things.cast.olga.client.put(`/api/v1/members/${things.cast.lea.id}/accommodation`, ACCOMMODATION);
    return { path: `/api/v1/members/${things.cast.lea.id}/accommodation`, by: await as(things, 'olga') };
  },
  getEmbedding: async (things) => ({ path: '/api/v1/institution/embedding', by: await as(things, 'olga') }),
  changeEmbedding: async (things) => {
    const path = '/api/v1/institution/embedding';
    const { version } = await things.cast.admin.get<{ version: number }>(path);
    const body = { origins: ['https://www.riverside.example'] };
    return { path, headers: ifMatch(version), body, by: await as(things, 'admin') };
  },
};

const ACCOMMODATION = { timeFactor: 1.5, extraDays: 7, reason: 'Agreed with the office.' };
