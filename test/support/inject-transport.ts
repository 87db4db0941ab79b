import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Transport, TransportAnswer, TransportRequest } from '../../demo/api-client.js';

/** One request and what it was answered. */
export interface Exchange {
  request: TransportRequest;
  answer: TransportAnswer;
}

/** Straight into an application, as a browser on its own pages; every exchange is kept in `record`, in the order of the answers. */
export function injectTransport(app: NestFastifyApplication, record: Exchange[] = []): Transport {
  return async (request) => {
    const { method, path, headers, body } = request;
    const response = await app.inject({
      method: method as 'GET',
      url: path,
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    const answer = {
      status: response.statusCode,
      headers: response.headers as TransportAnswer['headers'],
      body: response.body,
    };
    record.push({ request, answer });
    return answer;
  };
}
