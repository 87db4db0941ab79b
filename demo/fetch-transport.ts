import type { Transport } from './api-client.js';

/** Over the network, to a Cairn that listens at `origin`. */
export function fetchTransport(origin: string): Transport {
  return async ({ method, path, headers, body }) => {
    const answer = await fetch(new URL(path, origin), {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
    return {
      status: answer.status,
      headers: { ...Object.fromEntries(answer.headers), 'set-cookie': answer.headers.getSetCookie() },
      body: await answer.text(),
    };
  };
}
