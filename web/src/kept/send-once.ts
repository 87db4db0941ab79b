import { problemOf } from '../api/problem';
import { browserStore } from './browser-store';
import { PREFIX } from './use-kept';

/**
 * Sends what creates something, at every try under the same Idempotency-Key until the server has answered: when the answer is lost, or
 * the tab with it, the next try is the same request and has its effect once. `name` is that of the form.
 */
export async function sendOnce<Result>(
  name: string,
  send: (key: { 'Idempotency-Key': string }) => Promise<Result>,
): Promise<Result> {
  const place = `${PREFIX}sending.${name}`;
  const key = browserStore.getItem(place) ?? crypto.randomUUID();
  remember(place, key);
  try {
    const result = await send({ 'Idempotency-Key': key });
    browserStore.removeItem(place);
    return result;
  } catch (error) {
    if (isRefusal(error)) browserStore.removeItem(place);
    throw error;
  }
}

/** Nothing was done, and the next try is another one. A server that broke, or whose proxy answered, may have done it all the same. */
function isRefusal(error: unknown): boolean {
  const status = problemOf(error)?.status ?? 0;
  return status >= 400 && status < 500;
}

/** Without room in the browser every try is a request of its own. */
function remember(place: string, key: string): void {
  try {
    browserStore.setItem(place, key);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
