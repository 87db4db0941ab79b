import type { Verb } from './verb.js';
import { CompleteSignedForms, RepairCredentials, RepairHistoricAwards } from '../modules/credentials/index.js';
import { ReconcileOutbox } from '../platform/queue/reconcile-outbox.js';
import { readOptions } from './read-options.js';
import { withApplication } from './with-application.js';

/** What the scheduler does every few seconds, once and now. Done again it finds nothing more. */
export const run: Verb = async (args, variables) => {
  readOptions(args, [], 'Usage: cairn reconcile');
  await withApplication(variables, async (app) => {
    const resent = await app.get(ReconcileOutbox).run();
    const repaired = (await app.get(RepairCredentials).run()) + (await app.get(RepairHistoricAwards).run());
    const completed = await app.get(CompleteSignedForms).run();
    process.stdout.write(`${resent} deliveries that the queue had lost will be sent again\n`);
    process.stdout.write(`${repaired} credentials or status lists that were missing were queued\n`);
    process.stdout.write(
      `${completed} credentials that lacked a form, or one of a key that counts, or key histories, were queued\n`,
    );
  });
  return 0;
};
