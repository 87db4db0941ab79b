import createClient from 'openapi-fetch';
import { ownHeaders } from './own-headers';
import { ApiProblem } from './problem';
import type { components, paths } from './schema';

/** The views of the API by name: `View<'JourneyView'>`. */
export type View<Name extends keyof components['schemas']> = components['schemas'][Name];

/** One typed method for each of HTTP's, for the routes that openapi.json describes. */
export const api = createClient<paths>({ baseUrl: '/' });

api.use({
  onRequest({ request }) {
    for (const [name, value] of Object.entries(ownHeaders())) request.headers.set(name, value);
  },
});

/** What the server answered, with the ETag that the next change has to name (RFC 9110 §13.1.1). */
export interface Answer<Data> {
  data: Data;
  etag: string | null;
}

type Asked<Data> = Promise<{ data?: Data; error?: unknown; response: Response }>;

/** The data alone. Refusals are thrown as `ApiProblem`, a server out of reach as `ApiProblem` with the code `offline`. */
export async function read<Data>(asked: Asked<Data>): Promise<Data> {
  return (await readWithEtag(asked)).data;
}

/** As `read`, with the ETag. */
export async function readWithEtag<Data>(asked: Asked<Data>): Promise<Answer<Data>> {
  let answer: Awaited<Asked<Data>>;
  try {
    answer = await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw ApiProblem.offline();
  }
  if (!answer.response.ok) throw ApiProblem.of(answer.response, answer.error);
  return { data: answer.data as Data, etag: answer.response.headers.get('etag') };
}

/** Names one attempt to create something, so that sending it again after a lost answer has one effect. */
export function newIdempotencyKey(): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': crypto.randomUUID() };
}
