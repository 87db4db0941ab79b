// Cairn's worker as it is in production, with a parent that puts passes into the outbox; issuing itself is left out, so that what
// remains is the way there: the relay, the queue, the delivery and its bookkeeping.
import 'reflect-metadata';
import { issueCredential } from '../../dist/src/modules/assessment/index.js';
import { IssueCredential } from '../../dist/src/modules/credentials/index.js';
import { readEnvironment } from '../../dist/src/platform/config/environment.js';
import { UnitOfWork } from '../../dist/src/platform/database/unit-of-work.js';
import { newId } from '../../dist/src/platform/ids.js';
import { DeliverOutboxRow } from '../../dist/src/platform/queue/deliver-outbox-row.js';
import { enqueueAll } from '../../dist/src/platform/queue/enqueue.js';
import { Queues } from '../../dist/src/platform/queue/queues.js';
import { startServer } from '../../dist/src/server.js';
import { answerParent } from './answer-parent.mjs';

const server = await startServer(readEnvironment(process.env));
const part = (type) => server.app.get(type, { strict: false });
const applied = new Map();
const sizes = [];
let delivered = 0;
let onDelivered = () => undefined;

part(IssueCredential).chunk = async (_scope, passes) => {
  sizes.push(passes.length);
  for (const { enrollmentId } of passes) applied.set(enrollmentId, (applied.get(enrollmentId) ?? 0) + 1);
  return passes.map(() => null);
};
const delivery = part(DeliverOutboxRow);
delivery.run = async (outboxIds, ...others) => {
  await DeliverOutboxRow.prototype.run.call(delivery, outboxIds, ...others);
  delivered += outboxIds.length;
  onDelivered();
};

answerParent(
  {},
  {
    /** Has backlogs of so many passes delivered, one after the other, for so long. The time counts from their commit on. */
    async carry({ institutionId, backlog, milliseconds }) {
      const begun = performance.now();
      let operations = 0;
      let elapsed = 0;
      while (performance.now() - begun < milliseconds) {
        elapsed += await carryOne(institutionId, backlog);
        operations += backlog;
      }
      return { operations, milliseconds: elapsed };
    },
    /** What was applied, and what the queue still holds. */
    async account() {
      let waiting = 0;
      for await (const jobs of part(Queues).waiting('credentials')) waiting += jobs.length;
      return {
        passes: applied.size,
        most: Math.max(...applied.values()),
        largest: Math.max(...sizes),
        chunks: sizes.length,
        waiting,
      };
    },
  },
);

async function carryOne(institutionId, backlog) {
  const now = new Date();
  const rows = Array.from({ length: backlog }, () => {
    const [enrollmentId, assessmentId] = [newId(), newId()];
    return { payload: { enrollmentId, assessmentId }, institutionId, dedupeKey: assessmentId, now };
  });
  const all = new Promise((resolve) => {
    const goal = delivered + backlog;
    onDelivered = () => delivered >= goal && resolve();
  });
  const start = await part(UnitOfWork).run({ institutionId }, async (tx) => {
    await enqueueAll(tx, issueCredential, rows);
    return performance.now();
  });
  await all;
  return performance.now() - start;
}
