// What it costs at least to read a JSON document over HTTP and to answer with one: Fastify, which sends back what it was sent.
import fastify from 'fastify';
import { answerParent } from './answer-parent.mjs';

const server = fastify({ bodyLimit: 1_048_576 });
server.post('/verify', async (request) => request.body);
const origin = await server.listen({ host: '127.0.0.1', port: 0 });

answerParent({ origin });
