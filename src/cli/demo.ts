import { runDemo } from '../../demo/run-demo.js';
import type { Verb } from './verb.js';

export const run: Verb = (args, variables) => runDemo(args, variables);
