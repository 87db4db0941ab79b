import type { Invariant } from './inspection.js';
import { auditChain } from './i11-audit-chain.js';
import { earned } from './i02-earned.js';
import { filesIntact } from './i08-files-intact.js';
import { noCanaries } from './i13-canaries.js';
import { noGradeLost } from './i07-no-grade-lost.js';
import { noneLost } from './i03-none-lost.js';
import { oneLiveCredential } from './i01-one-live-credential.js';
import { progressFromFacts } from './progress.js';
import { queueInDatabase } from './i12-queue.js';
import { revokedStaysRevoked } from './i05-revoked-stays-revoked.js';
import { signedAsPlanned } from './i04-signed-as-planned.js';
import { statusIndexes } from './i06-status-indexes.js';
import { webhooksDelivered } from './i10-webhooks.js';

/** What must hold, in the order it is checked. */
export const INVARIANTS: readonly Invariant[] = [
  oneLiveCredential,
  earned,
  noneLost,
  signedAsPlanned,
  revokedStaysRevoked,
  statusIndexes,
  noGradeLost,
  filesIntact,
  webhooksDelivered,
  auditChain,
  queueInDatabase,
  noCanaries,
  progressFromFacts,
];

/** Numbers that are kept for what does not exist yet. */
export const NOT_APPLICABLE: Readonly<Record<string, string>> = {
  I9: 'there are no learning platforms that grades are sent to',
};
