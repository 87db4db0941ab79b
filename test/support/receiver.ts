import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface ReceivedMessage {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  at: number;
}

type Reply = (response: ServerResponse, message: ReceivedMessage) => void;

/** A system that webhooks are sent to, behind a real port of this machine. */
export interface Receiver {
  url: string;
  received: ReceivedMessage[];
  /** How it answers from now on; a number is a status. */
  answers: (reply: number | Reply) => void;
  close: () => Promise<void>;
}

export async function startReceiver(first: number | Reply = 200): Promise<Receiver> {
  let reply: Reply = replyWith(first);
  const received: ReceivedMessage[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const message = { path: request.url ?? '', headers: request.headers, body, at: Date.now() };
      received.push(message);
      reply(response, message);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    answers: (next) => {
      reply = replyWith(next);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function replyWith(reply: number | Reply): Reply {
  return typeof reply === 'number' ? (response) => void response.writeHead(reply).end('Noted.') : reply;
}
