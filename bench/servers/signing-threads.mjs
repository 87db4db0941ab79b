/* oxlint-disable unicorn/require-post-message-target-origin -- These go to threads, not to windows. */
// Signing in worker threads of one process, each of which does what the worker role does: signs chunks of badges of one shape.
import { generateKeyPairSync } from 'node:crypto';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { verificationMethodId } from '../../dist/src/modules/credentials/proof/keys/did-web.js';
import { publicKeyMultibase } from '../../dist/src/modules/credentials/proof/keys/keys.js';
import { signCredentials } from '../../dist/src/modules/credentials/proof/sign-many.js';
import { badgeOf, ISSUER } from '../harness/badges.mjs';
import { answerParent } from './answer-parent.mjs';

const CHUNK = 200;
const DOCUMENTS = 2_000;
const THREADS = 2;

if (isMainThread) {
  const threads = Array.from({ length: THREADS }, () => new Worker(new URL(import.meta.url)));
  for (const thread of threads) thread.unref();
  await Promise.all(threads.map(nextMessage));
  answerParent(
    {},
    {
      /** Lets so many threads sign at the same time; answers what they did together, and the slowest one's time. */
      async sign({ count, milliseconds }) {
        const samples = await Promise.all(
          threads.slice(0, count).map((thread) => {
            thread.postMessage(milliseconds);
            return nextMessage(thread);
          }),
        );
        return {
          operations: samples.reduce((sum, { operations }) => sum + operations, 0),
          milliseconds: Math.max(...samples.map((sample) => sample.milliseconds)),
        };
      },
    },
  );
} else {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const how = {
    verificationMethod: verificationMethodId(ISSUER, publicKeyMultibase(publicKey)),
    privateKey,
    created: new Date('2026-03-02T00:00:00Z'),
  };
  const documents = Array.from({ length: DOCUMENTS }, (_, number) => badgeOf(number));
  let next = 0;
  const work = async (milliseconds) => {
    const start = performance.now();
    let operations = 0;
    for (; performance.now() - start < milliseconds; operations += CHUNK) {
      const from = (next += CHUNK) % DOCUMENTS;
      await signCredentials(documents.slice(from, from + CHUNK), how);
    }
    parentPort.postMessage({ operations, milliseconds: performance.now() - start });
  };
  parentPort.on('message', (milliseconds) => void work(milliseconds));
  parentPort.postMessage('ready');
}

function nextMessage(thread) {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}
