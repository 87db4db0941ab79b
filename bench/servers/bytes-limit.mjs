// What it costs at least to send bytes that are in memory: node:http, nothing else.
import { createServer } from 'node:http';
import { answerParent } from './answer-parent.mjs';

let body = Buffer.alloc(0);
let headers = {};

const server = createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));

answerParent(
  { origin: `http://127.0.0.1:${server.address().port}` },
  {
    /** Sends this from now on. */
    send(answer) {
      body = Buffer.from(answer.body);
      headers = { ...answer.headers, 'content-length': body.length };
    },
  },
);
