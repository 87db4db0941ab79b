import type { Verb } from './verb.js';
import { greet } from '../greet.js';
import { runServer } from '../server.js';

export const run: Verb = async (_args, variables) => {
  await runServer(variables, greet);
  return Number(process.exitCode ?? 0);
};
