import { api, read, type View } from '../../../api/client';
import type { UploadTarget } from '../../../uploads/transfers';

/** Packages of courses. */
export const importUploads: UploadTarget<View<'ImportView'>> = {
  place: 'imports',
  opensAt: '/api/v1/import-uploads',
  take: (uploadId) => read(api.POST('/api/v1/imports/from-upload', { body: { uploadId } })),
};
