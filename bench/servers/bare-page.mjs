// The least that a page can be: a heading and a sentence, without a style sheet.
import { createServer } from 'node:http';
import { answerParent } from './answer-parent.mjs';

const PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bare</title><main><h1>Bare</h1><p>A page that is nothing but these words.</p></main></html>';

const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(PAGE);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
answerParent({ origin: `http://127.0.0.1:${server.address().port}` });
