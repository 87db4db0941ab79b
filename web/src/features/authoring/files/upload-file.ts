import type { View } from '../../../api/client';
import { ApiProblem } from '../../../api/problem';

export type UploadedFile = View<'FileView'>;

/** Sends a file for a course. `fetch` cannot tell how much has gone out; this can: `onProgress` hears shares from 0 to 1. */
export function uploadFile(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/files?purpose=course-asset');
    request.setRequestHeader('X-Cairn-Request', '1');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('error', () => reject(ApiProblem.offline()));
    request.addEventListener('abort', () => reject(signal.reason));
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(request.response as UploadedFile);
      else reject(ApiProblem.of(new Response(null, { status: request.status }), request.response));
    });
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}
