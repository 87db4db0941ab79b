import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { freePort } from './free-port.js';
import { startServer, type ServerPlan, type ServerProcess } from './server-process.js';

const PORT_ATTEMPTS = 5;
const LEFTOVER_ATTEMPTS = 60;
const LEFTOVER_WAIT_MS = 500;

export interface PortChoice {
  /** The port to use whatever happens; without one, any free port. */
  configured?: number;
  choose?: () => Promise<number>;
}

export interface StartedServer {
  server: ServerProcess;
  port: number;
}

/**
 * Starts the server, again where waiting or another port helps: another program may take a free port first, and after a
 * killed server its child processes may still be finishing a statement (about 30 s are granted).
 */
export async function startPatiently(
  plan: Omit<ServerPlan, 'settings'> & { settings: Omit<ServerPlan['settings'], 'port'> },
  { configured, choose = freePort }: PortChoice,
): Promise<StartedServer> {
  let portAttempts = configured === undefined ? PORT_ATTEMPTS : 1;
  let leftoverAttempts = LEFTOVER_ATTEMPTS;
  for (;;) {
    const port = configured ?? (await choose());
    try {
      return { server: await startServer({ ...plan, settings: { ...plan.settings, port } }), port };
    } catch (error) {
      const code = error instanceof EmbeddedPostgresError ? error.code : undefined;
      if (code === 'embedded.port_in_use' && --portAttempts > 0) continue;
      if (code !== 'embedded.leftover_processes' || --leftoverAttempts === 0) throw error;
      plan.onLog(`waiting for the processes of a killed server on ${plan.cluster} to finish`);
      await delay(LEFTOVER_WAIT_MS);
    }
  }
}
