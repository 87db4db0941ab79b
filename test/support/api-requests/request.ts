import type { CastName } from '../../../demo/people.js';
import type { Things } from '../api-things.js';
import type { Caller } from '../api-world.js';

/** A request that the API grants to `by`, on things of Riverside. */
export interface ApiRequest {
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** Who may do this; left out where anybody may. */
  by?: Caller;
}

/** For each operation a way to a request that is granted. May make what the request uses up. */
export type ApiRequests = Record<string, (things: Things) => Promise<ApiRequest>>;

/** A fresh session of somebody of the walk. */
export function as({ world }: Things, name: CastName | 'admin'): Promise<Caller> {
  return world.session(name === 'admin' ? world.adminId : world.walked.cast[name].id);
}

/** One file as a form sends it. */
export function upload(name: string, type: string, bytes: Buffer): Pick<ApiRequest, 'headers' | 'body'> {
  const head = `--cut\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`;
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=cut' },
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--cut--\r\n')]),
  };
}

export function ifMatch(version: number): { 'if-match': string } {
  return { 'if-match': `"v${version}"` };
}
