import { fileURLToPath } from 'node:url';
import { zipFolder } from '../../../demo/zip-folder.js';
import { projectFile } from '../../../src/platform/project-file.js';
import { CSV, type Things } from '../api-things.js';
import type { Caller } from '../api-world.js';
import { type ApiRequest, type ApiRequests, as } from './request.js';

const MATERIAL = fileURLToPath(projectFile('demo/content/open-licensing'));
const UPLOAD_BODY = 'application/offset+octet-stream';
const TUS = { 'tus-resumable': '1.0.0' };

const begin = (name: string, bytes: number): Pick<ApiRequest, 'headers'> => ({
  headers: { ...TUS, 'upload-length': String(bytes), 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}` },
});

/** An upload that somebody has just begun, by the request that opens it. */
async function begun({ world }: Things, by: Caller, opening: ApiRequest): Promise<string> {
  const { answer } = await world.ask(by, { method: 'POST', ...opening });
  return (JSON.parse(answer.body) as { id: string }).id;
}

/** One that is whole. */
async function sent(things: Things, by: Caller, path: string, name: string, bytes: Buffer): Promise<string> {
  const id = await begun(things, by, { path, ...begin(name, bytes.length) });
  await things.world.ask(by, { method: 'PATCH', ...rest(id, bytes) });
  return id;
}

const rest = (id: string, body: Buffer): ApiRequest => ({
  path: `/api/v1/uploads/${id}`,
  headers: { ...TUS, 'content-type': UPLOAD_BODY, 'upload-offset': '0' },
  body,
});

const FILES = '/api/v1/file-uploads?purpose=course-asset';

async function own(things: Things): Promise<{ id: string; by: Caller }> {
  const by = await as(things, 'ines');
  return { id: await begun(things, by, { path: FILES, ...begin('plot.csv', CSV.length) }), by };
}

export const uploadRequests: ApiRequests = {
  describeUploads: async () => ({ path: '/api/v1/uploads' }),
  getUpload: async (things) => {
    const { id, by } = await own(things);
    return { path: `/api/v1/uploads/${id}`, by };
  },
  appendToUpload: async (things) => {
    const { id, by } = await own(things);
    return { ...rest(id, CSV), by };
  },
  abandonUpload: async (things) => {
    const { id, by } = await own(things);
    return { path: `/api/v1/uploads/${id}`, headers: TUS, by };
  },
  startFileUpload: async (things) => ({ path: FILES, ...begin('plot.csv', CSV.length), by: await as(things, 'ines') }),
  takeFileUpload: async (things) => {
    const by = await as(things, 'ines');
    return { path: '/api/v1/files/from-upload', body: { uploadId: await sent(things, by, FILES, 'plot.csv', CSV) }, by };
  },
  startImportUpload: async (things) => ({
    path: '/api/v1/import-uploads',
    ...begin('courses.zip', 1_000),
    by: await as(things, 'ines'),
  }),
  takeImportUpload: async (things) => {
    const by = await as(things, 'ines');
    const uploadId = await sent(things, by, '/api/v1/import-uploads', 'courses.zip', await zipFolder(MATERIAL));
    return { path: '/api/v1/imports/from-upload', body: { uploadId }, by };
  },
  startSubmissionUpload: async (things) => ({
    path: `/api/v1/enrollments/${(await things.readyPlace()).enrollmentId}/submission-uploads`,
    ...begin('plot.csv', CSV.length),
    by: await as(things, 'amara'),
  }),
  takeSubmissionUpload: async (things) => {
    const by = await as(things, 'amara');
    const place = `/api/v1/enrollments/${(await things.readyPlace()).enrollmentId}`;
    const uploadId = await sent(things, by, `${place}/submission-uploads`, 'plot.csv', CSV);
    return { path: `${place}/submission-files/from-upload`, body: { uploadId }, by };
  },
};
