import type { Queues } from '../platform/queue/queues.js';
import type { StorageDriver } from '../platform/storage/storage-driver.js';
import type { AcknowledgedPass } from './ack-log.js';
import type { Baseline } from './baseline.js';
import type { Canaries } from './canaries.js';
import type { PublicAddress } from './public-address.js';
import type { Query } from './query.js';
import type { SignatureVerifier } from './signature/signature-verifier.js';

/** What invariants are checked against. Everything is read and nothing is changed. */
export interface Inspection {
  /** All rows as they were at one moment. */
  snapshot: Query;
  /** Rows as they are when asked, for a second look before something is called a breach. */
  current: Query;
  storage: StorageDriver;
  queues: Queues;
  signatures: SignatureVerifier;
  /** What happened before this should have had its consequences by now. */
  settledBefore: Date;
  /** A running Cairn; `null`: nothing is asked over HTTP. */
  http: PublicAddress | null;
  /** The passes that a client was told of; `null` without such a list. */
  ackLog: AcknowledgedPass[] | null;
  /** What was published and sealed at an earlier time; `null` without. */
  baseline: Baseline | null;
  canaries: Canaries | null;
}

export type InvariantId = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I10' | 'I11' | 'I12' | 'I13' | 'progress';

/** Something that should not be. */
export interface Breach {
  /** The row, file or address, such as `credential 0193a1f0-…`. */
  subject: string;
  detail: string;
}

export interface Findings {
  /** How much was looked at, by name. */
  counts: Record<string, number>;
  breaches: Breach[];
}

export interface Invariant {
  id: InvariantId;
  says: string;
  check: (inspection: Inspection) => Promise<Findings>;
}
