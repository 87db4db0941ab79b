import type { DetailedError, Upload } from 'tus-js-client';
import { ownHeaders } from '../api/own-headers';
import { ApiProblem } from '../api/problem';

// As much as a broken connection may cost; every proxy takes as much at once.
const AT_ONCE = 8 * 1024 * 1024;

interface SendParts {
  file: File;
  /** Where uploads are opened. */
  opensAt: string;
  /** Of one that was opened before. */
  url: string | null;
  onUrl: (url: string) => void;
  onSent: (bytes: number) => void;
  onWhole: () => void;
  onProblem: (problem: ApiProblem) => void;
}

/** Fetches what sends while there is a connection: it may be needed just when there is none. */
export function fetchSender(): void {
  import('tus-js-client').catch(() => undefined);
}

/** Sends what the server does not have yet (tus 1.0.0). The answer stops it, without a word to the server. */
export async function sendParts(options: SendParts): Promise<() => void> {
  const { Upload: TusUpload } = await import('tus-js-client');
  const { file, opensAt, url, onUrl, onSent, onWhole, onProblem } = options;
  const upload: Upload = new TusUpload(file, {
    endpoint: opensAt,
    uploadUrl: url,
    chunkSize: AT_ONCE,
    headers: ownHeaders(),
    metadata: { filename: file.name },
    // When to try again is decided by who called.
    retryDelays: null,
    storeFingerprintForResuming: false,
    onUploadUrlAvailable: () => upload.url && onUrl(upload.url),
    onProgress: onSent,
    onSuccess: onWhole,
    onError: (error) => onProblem(problemIn(error)),
  });
  upload.start();
  return () => void upload.abort();
}

function problemIn(error: Error | DetailedError): ApiProblem {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  const status = response?.getStatus() ?? 0;
  if (!response || status === 0) return ApiProblem.offline();
  // An answer that is no error is one that did not come from us.
  return ApiProblem.of(new Response(null, { status: status < 400 ? 502 : status }), documentIn(response.getBody()));
}

function documentIn(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}

/** How many bytes the server has of an upload; `null` if it knows nothing of it any more. Throws when that cannot be told now. */
export async function askHowFar(url: string): Promise<number | null> {
  const answer = await fetch(url, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } });
  if (answer.status === 404 || answer.status === 410) return null;
  const offset = answer.headers.get('Upload-Offset');
  if (!answer.ok || offset === null) throw ApiProblem.of(answer, null);
  return Number(offset);
}

/** Gives an upload up. If nobody hears of it, it is given up after some days. */
export function abandon(url: string): void {
  const headers = { ...ownHeaders(), 'Tus-Resumable': '1.0.0' };
  fetch(url, { method: 'DELETE', headers, keepalive: true }).catch(() => undefined);
}
