import 'reflect-metadata';
import { explainStart } from '../src/server.js';
import { runDemo } from './run-demo.js';

try {
  process.exitCode = await runDemo(process.argv.slice(2), process.env);
} catch (error) {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exitCode = 1;
}
