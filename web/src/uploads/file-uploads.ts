import { api, read, type View } from '../../../api/client';
import type { UploadTarget } from '../../../uploads/transfers';

export type UploadedFile = View<'FileView'>;

/** Files for an activity. */
export function fileUploads(activityId: string): UploadTarget<UploadedFile> {
  return {
    place: `activity.${activityId}`,
    opensAt: '/api/v1/file-uploads?purpose=course-asset',
    take: (uploadId) => read(api.POST('/api/v1/files/from-upload', { body: { uploadId } })),
  };
}
