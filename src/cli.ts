import 'reflect-metadata';
import { UsageError } from './cli/usage-error.js';
import type { Verb } from './cli/verb.js';
import { explainStart } from './server.js';

/** What an operator can ask of Cairn. Each verb is loaded when asked for. */
const VERBS: Record<string, { does: string; load: () => Promise<{ run: Verb }> }> = {
  start: { does: 'serve Cairn (the same as npm start)', load: () => import('./cli/start.js') },
  migrate: { does: 'bring the database to this version', load: () => import('./cli/migrate.js') },
  seed: { does: 'fill an empty installation with the demo world', load: () => import('./cli/seed.js') },
  demo: { does: 'walk the whole path on a throw-away database [--once] [--data FOLDER]', load: () => import('./cli/demo.js') },
  doctor: { does: 'check that everything Cairn needs is there and works', load: () => import('./cli/doctor.js') },
  fsck: { does: 'check the records against the invariants, changing nothing', load: () => import('./cli/fsck.js') },
  reconcile: { does: 'find work that should have happened, and queue it', load: () => import('./cli/reconcile.js') },
  outbox: { does: 'list | redrive ID: work that was set aside', load: () => import('./cli/outbox.js') },
  keys: { does: 'list | rotate | compromise --institution SLUG: signing keys', load: () => import('./cli/keys.js') },
  openapi: { does: 'print the OpenAPI description', load: () => import('./cli/openapi.js') },
};

export async function runCli([verb, ...args]: string[], variables: NodeJS.ProcessEnv): Promise<void> {
  const entry = verb ? VERBS[verb] : undefined;
  if (!entry) {
    process.stderr.write(`${usage(verb)}\n`);
    process.exitCode = verb && verb !== 'help' && verb !== '--help' ? 2 : 0;
    return;
  }
  try {
    const { run } = await entry.load();
    process.exitCode = await run(args, variables);
  } catch (error) {
    process.stderr.write(`cairn ${verb}: ${error instanceof UsageError ? error.message : explainStart(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

function usage(verb: string | undefined): string {
  const lines = Object.entries(VERBS).map(([name, { does }]) => `  cairn ${name.padEnd(10)} ${does}`);
  return [...(verb && !VERBS[verb] && !/help/.test(verb) ? [`There is no verb "${verb}".`] : []), 'Usage:', ...lines].join('\n');
}
