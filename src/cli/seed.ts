import { runSeed } from '../../demo/run-seed.js';
import type { Verb } from './verb.js';

export const run: Verb = (_args, variables) => runSeed(variables);
