#!/usr/bin/env node
import '../scripts/build.mjs';

const { runCli } = await import('../dist/src/cli.js');
await runCli(process.argv.slice(2), process.env);
