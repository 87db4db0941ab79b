import { PrepareFirstAdministrator } from './modules/people/index.js';
import type { RunningServer } from './server.js';

/** Tells whoever started Cairn where it is, and lets the first administrator in. */
export async function greet({ app, environment, database }: RunningServer): Promise<void> {
  const url = environment.publicUrl;
  const lines = [`Cairn is running at ${url}`];
  if (environment.plays('api')) {
    lines.push(`  catalogue   ${url}/`, `  sign in     ${url}/sign-in`, `  API         ${url}/api/docs`);
    if (!environment.SMTP_URL) lines.push(`  mailbox     ${url}/mailbox`);
    const path = await app.get(PrepareFirstAdministrator, { strict: false }).run();
    if (path)
      lines.push(
        '',
        'First administrator: open this once, within 24 hours, and choose your e-mail and password:',
        `  ${url}${path}`,
      );
  }
  if (database.embedded) lines.push('', `Everything is kept in ${environment.CAIRN_DATA_DIR}. Stop with Ctrl-C.`);
  process.stdout.write(`${lines.join('\n')}\n`);
}
