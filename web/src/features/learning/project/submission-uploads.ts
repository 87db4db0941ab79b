import { api, read, type View } from '../../../api/client';
import type { UploadTarget } from '../../../uploads/transfers';

export type UploadedFile = View<'FileView'>;

/** Files for the project of an enrolment. */
export function submissionUploads(enrollmentId: string): UploadTarget<UploadedFile> {
  const path = { id: enrollmentId };
  return {
    place: `project.${enrollmentId}`,
    opensAt: `/api/v1/enrollments/${encodeURIComponent(enrollmentId)}/submission-uploads`,
    take: (uploadId) =>
      read(api.POST('/api/v1/enrollments/{id}/submission-files/from-upload', { params: { path }, body: { uploadId } })),
  };
}
