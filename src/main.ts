import 'reflect-metadata';
import { greet } from './greet.js';
import { runServer } from './server.js';

await runServer(process.env, greet);
