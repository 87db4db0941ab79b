import { zipFolder } from '../../../demo/zip-folder.js';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { projectFile } from '../../../src/platform/project-file.js';
import { CSV, type Things } from '../api-things.js';
import { publishable } from '../catalog.js';
import { type ApiRequests, as, ifMatch, upload } from './request.js';

const MATERIAL = fileURLToPath(projectFile('demo/content/open-licensing'));

async function file({ cast }: Things): Promise<string> {
  const uploaded = await cast.ines.client.upload<{ id: string }>(
    '/api/v1/files?purpose=course-asset',
    'plot.csv',
    'text/csv',
    CSV,
  );
  return uploaded.id;
}

async function checkedImport({ cast }: Things): Promise<string> {
  const bytes = await zipFolder(MATERIAL);
  return (await cast.ines.client.upload<{ id: string }>('/api/v1/imports', 'courses.zip', 'application/zip', bytes)).id;
}

/** The picture of a badge that is published. */
async function badgeImage(things: Things): Promise<string> {
  const { ines } = things.cast;
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0b5d57' } })
    .png()
    .toBuffer();
  const { id } = await ines.client.upload<{ id: string }>('/api/v1/files?purpose=badge-image', 'badge.png', 'image/png', bytes);
  const draft = await things.draft();
  const changed = await ines.client.patch<{ id: string; version: number }>(
    `/api/v1/micro-credentials/${draft.id}`,
    { badgeImageFileId: id },
    { ifMatch: `"v${draft.version}"` },
  );
  await things.publish(changed);
  return id;
}

export const catalogRequests: ApiRequests = {
  listCourses: async (things) => ({ path: '/api/v1/courses', by: await as(things, 'ines') }),
  createCourse: async (things) => ({
    path: '/api/v1/courses',
    body: { title: 'Asking questions', summary: '', language: 'en' },
    by: await as(things, 'ines'),
  }),
  getCourse: async (things) => ({ path: `/api/v1/courses/${(await things.course()).id}`, by: await as(things, 'ines') }),
  changeCourse: async (things) => {
    const { id, version } = await things.course();
    return { path: `/api/v1/courses/${id}`, headers: ifMatch(version), body: { title: 'Asking' }, by: await as(things, 'ines') };
  },
  duplicateCourse: async (things) => ({
    path: `/api/v1/courses/${(await things.course()).id}/duplicate`,
    by: await as(things, 'ines'),
  }),
  listActivities: async (things) => ({
    path: `/api/v1/courses/${(await things.course()).id}/activities`,
    by: await as(things, 'ines'),
  }),
  addActivity: async (things) => ({
    path: `/api/v1/courses/${(await things.course()).id}/activities`,
    body: {
      title: 'Begin',
      minutes: 10,
      required: true,
      body: { kind: 'page', markdown: '# Begin', assets: {}, objectives: ['Begins'] },
    },
    by: await as(things, 'ines'),
  }),
  arrangeActivities: async (things) => {
    const { id } = await things.course();
    const activityIds = [(await things.page(id)).id, (await things.page(id)).id];
    const { version } = await things.cast.ines.client.get<{ version: number }>(`/api/v1/courses/${id}`);
    const path = `/api/v1/courses/${id}/activity-order`;
    return { path, headers: ifMatch(version), body: { activityIds: activityIds.toReversed() }, by: await as(things, 'ines') };
  },
  getActivity: async (things) => ({
    path: `/api/v1/activities/${(await things.page((await things.course()).id)).id}`,
    by: await as(things, 'ines'),
  }),
  changeActivity: async (things) => {
    const { id, version } = await things.page((await things.course()).id);
    return { path: `/api/v1/activities/${id}`, headers: ifMatch(version), body: { minutes: 20 }, by: await as(things, 'ines') };
  },
  removeActivity: async (things) => {
    const { id, version } = await things.page((await things.course()).id);
    return { path: `/api/v1/activities/${id}`, headers: ifMatch(version), by: await as(things, 'ines') };
  },
  duplicateActivity: async (things) => ({
    path: `/api/v1/activities/${(await things.page((await things.course()).id)).id}/duplicate`,
    by: await as(things, 'ines'),
  }),
  previewActivity: async (things) => ({
    path: `/api/v1/activities/${(await things.page((await things.course()).id)).id}/preview`,
    by: await as(things, 'ines'),
  }),
  previewText: async (things) => ({
    path: '/api/v1/text-previews',
    body: { markdown: '# Begin', assets: {}, activityId: (await things.page((await things.course()).id)).id },
    by: await as(things, 'ines'),
  }),
  getBadgeImage: async (things) => ({ path: `/badge-images/${await badgeImage(things)}` }),
  searchCatalogue: async () => ({ path: '/api/v1/catalogue' }),
  getPublished: async ({ world }) => {
    const [published] = await world.rows<{ slug: string }>('select slug from micro_credential where id = $1', [
      world.walked.published.microCredentialId,
    ]);
    return { path: `/api/v1/catalogue/riverside/${published?.slug}` };
  },
  listMicroCredentials: async (things) => ({ path: '/api/v1/micro-credentials', by: await as(things, 'ines') }),
  createMicroCredential: async (things) => ({
    path: '/api/v1/micro-credentials',
    body: { ...publishable(), courseIds: [(await things.course()).id] },
    by: await as(things, 'ines'),
  }),
  getMicroCredential: async (things) => ({
    path: `/api/v1/micro-credentials/${(await things.draft()).id}`,
    by: await as(things, 'ines'),
  }),
  getOutline: async (things) => ({
    path: `/api/v1/micro-credentials/${(await things.draft()).id}/outline`,
    by: await as(things, 'ines'),
  }),
  changeMicroCredential: async (things) => {
    const { id, version } = await things.draft();
    const path = `/api/v1/micro-credentials/${id}`;
    return { path, headers: ifMatch(version), body: { summary: 'Tell what data say.' }, by: await as(things, 'ines') };
  },
  duplicateMicroCredential: async (things) => ({
    path: `/api/v1/micro-credentials/${(await things.draft()).id}/duplicate`,
    by: await as(things, 'ines'),
  }),
  listPublishingProblems: async (things) => ({
    path: `/api/v1/micro-credentials/${(await things.draft()).id}/publishing-problems`,
    by: await as(things, 'ines'),
  }),
  retireMicroCredential: async (things) => ({
    path: `/api/v1/micro-credentials/${(await things.draft()).id}/retirement`,
    by: await as(things, 'ines'),
  }),
  listEditions: async (things) => ({
    path: `/api/v1/micro-credentials/${(await things.edition()).microCredentialId}/editions`,
    by: await as(things, 'ada'),
  }),
  compareEditions: async (things) => {
    const { microCredentialId } = await things.edition();
    const draft = await things.cast.ines.client.get<{ version: number }>(`/api/v1/micro-credentials/${microCredentialId}`);
    await things.cast.ines.client.patch(
      `/api/v1/micro-credentials/${microCredentialId}`,
      { summary: 'Tell what data say, and stop there.', workload: { hours: 30, ects: 1, ceu: null } },
      { ifMatch: `"v${draft.version}"` },
    );
    return { path: `/api/v1/micro-credentials/${microCredentialId}/edition-comparison`, by: await as(things, 'ines') };
  },
  publishEdition: async (things) => {
    const { id, version } = await things.draft();
    const path = `/api/v1/micro-credentials/${id}/editions`;
    return { path, headers: ifMatch(version), body: { changeNote: 'First edition' }, by: await as(things, 'ines') };
  },
  getEdition: async (things) => ({
    path: `/api/v1/editions/${things.world.walked.published.editionId}`,
    by: await as(things, 'ada'),
  }),
  uploadFile: async (things) => ({
    path: '/api/v1/files?purpose=course-asset',
    ...upload('plot.csv', 'text/csv', CSV),
    by: await as(things, 'ines'),
  }),
  getFile: async (things) => ({ path: `/api/v1/files/${await file(things)}`, by: await as(things, 'ines') }),
  getFileContent: async (things) => ({ path: `/api/v1/files/${await file(things)}/content`, by: await as(things, 'ines') }),
  exportMicroCredential: async (things) => ({
    path: `/api/v1/micro-credentials/${(await things.draft()).id}/package`,
    by: await as(things, 'ines'),
  }),
  exportEdition: async (things) => ({
    path: `/api/v1/editions/${things.world.walked.published.editionId}/package`,
    by: await as(things, 'ines'),
  }),
  exportCourse: async (things) => ({
    path: `/api/v1/courses/${(await things.course()).id}/package`,
    by: await as(things, 'ines'),
  }),
  uploadImport: async (things) => ({
    path: '/api/v1/imports',
    ...upload('courses.zip', 'application/zip', await zipFolder(MATERIAL)),
    by: await as(things, 'ines'),
  }),
  listImports: async (things) => ({ path: '/api/v1/imports', by: await as(things, 'ines') }),
  getImport: async (things) => ({ path: `/api/v1/imports/${await checkedImport(things)}`, by: await as(things, 'ines') }),
  applyImport: async (things) => ({
    path: `/api/v1/imports/${await checkedImport(things)}/application`,
    by: await as(things, 'ines'),
  }),
};
