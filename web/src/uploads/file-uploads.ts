import { api, read, type View } from '../api/client';
import type { UploadTarget } from './transfers';

export type UploadedFile = View<'FileView'>;

/** Files for courses, or pictures for badges. `of` names what they are for. */
export function fileUploads(of: string, purpose: 'course-asset' | 'badge-image' = 'course-asset'): UploadTarget<UploadedFile> {
  return {
    place: of,
    opensAt: `/api/v1/file-uploads?purpose=${purpose}`,
    take: (uploadId) => read(api.POST('/api/v1/files/from-upload', { body: { uploadId } })),
  };
}
