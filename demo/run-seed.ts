import { PrepareFirstAdministrator } from '../src/modules/people/index.js';
import { readEnvironment } from '../src/platform/config/environment.js';
import { startServer } from '../src/server.js';
import { ApiClient } from './api-client.js';
import { fetchTransport } from './fetch-transport.js';
import { DEMO_PASSWORD } from './people.js';
import { walk } from './walk.js';

/** `cairn seed`: fills an empty installation with the demo world, through its own API. Refuses one that somebody uses already. */
export async function runSeed(variables: NodeJS.ProcessEnv): Promise<number> {
  const server = await startServer(readEnvironment({ ...variables, LOG_LEVEL: 'error' }));
  try {
    const transport = fetchTransport(`http://127.0.0.1:${server.environment.PORT}`);
    const { items: published } = await new ApiClient(transport).get<{ items: unknown[] }>('/api/v1/catalogue');
    const signInPath = await server.app.get(PrepareFirstAdministrator, { strict: false }).run();
    if (!signInPath || published.length > 0) {
      process.stderr.write('Somebody uses this installation already. The demo world is for an empty one.\n');
      return 1;
    }
    const { cast } = await walk({
      transport,
      signInPath,
      verify: false,
      onStep: (step) => process.stdout.write(`  ${step}\n`),
    });
    const addresses = Object.values(cast).flatMap((person) => ('email' in person ? [person.email] : []));
    process.stdout.write(`Sign in with the password ${DEMO_PASSWORD} as ${addresses.join(', ')}.\n`);
    return 0;
  } finally {
    await server.close();
  }
}
