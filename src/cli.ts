import 'reflect-metadata';
import { explainStart } from './server.js';

/** What an operator can ask of Cairn. Each verb is loaded when asked for. */
const VERBS: Record<string, { does: string; load: () => Promise<{ run: Verb }> }> = {
  start: { does: 'serve Cairn (the same as npm start)', load: () => import('./cli/start.js') },
  migrate: { does: 'bring the database to this version', load: () => import('./cli/migrate.js') },
  openapi: { does: 'print the OpenAPI description', load: () => import('./cli/openapi.js') },
};

/** Runs a verb and answers its exit code: 0 done, 1 failed or found wrong, 2 asked wrongly. */
export type Verb = (args: string[], variables: NodeJS.ProcessEnv) => Promise<number>;

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
    process.stderr.write(`cairn ${verb}: ${explainStart(error)}\n`);
    process.exitCode = 1;
  }
}

function usage(verb: string | undefined): string {
  const lines = Object.entries(VERBS).map(([name, { does }]) => `  cairn ${name.padEnd(10)} ${does}`);
  return [...(verb && !VERBS[verb] && !/help/.test(verb) ? [`There is no verb "${verb}".`] : []), 'Usage:', ...lines].join('\n');
}
