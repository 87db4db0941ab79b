import type { Verb } from '../cli.js';
import { runServer } from '../server.js';

export const run: Verb = async (_args, variables) => {
  await runServer(variables);
  return Number(process.exitCode ?? 0);
};
