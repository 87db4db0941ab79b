import type { View } from '../../../api/client';
import { ApiProblem } from '../../../api/problem';
import { readPreviewPlace } from '../../studio/preview/preview-place';
import { nothingKept } from '../../studio/preview/stand-in';

export type UploadedFile = View<'FileView'>;

interface Upload {
  file: File;
  /** Names this upload: sent again under the same name it is stored once. */
  key: string;
  signal: AbortSignal;
  /** The share that has left, 0 to 1. */
  onProgress: (share: number) => void;
}

/** Sends a file to the learner's own files. `fetch` cannot say how far an upload is; XMLHttpRequest can. Throws `ApiProblem`, or the signal's reason. */
export function uploadFile(enrollmentId: string, { file, key, signal, onProgress }: Upload): Promise<UploadedFile> {
  if (readPreviewPlace(enrollmentId)) return refusedInPreview();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    request.open('POST', `/api/v1/enrollments/${encodeURIComponent(enrollmentId)}/submission-files`);
    request.setRequestHeader('X-Cairn-Request', '1');
    request.setRequestHeader('Idempotency-Key', key);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(request.response as UploadedFile);
      else reject(ApiProblem.of(new Response(null, { status: request.status }), request.response));
    });
    request.addEventListener('error', () => reject(ApiProblem.offline()));
    request.addEventListener('abort', () => reject(signal.reason as Error));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

async function refusedInPreview(): Promise<never> {
  const refusal = nothingKept();
  throw ApiProblem.of(refusal, await refusal.json());
}
