import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { type SortedOut, sortOut } from '../../../../platform/sort-out.js';
import type { CredentialIntent } from '../../data/credential-intent.entity.js';
import { IssuingRepository } from '../../data/issuing.repository.js';
import type { JsonObject } from '../../domain/json.js';
import { verificationMethodId } from '../../proof/keys/did-web.js';
import { signCredentials } from '../../proof/sign-many.js';
import { KeyRing } from '../keys/key-ring.js';

export interface SignedIntent {
  intent: CredentialIntent;
  /** What the badge is called. */
  name: string;
  /** The exact bytes: always the same for an intent. */
  signed: string;
}

type Frozen = JsonObject & { name: string; issuer: { id: string } };
type Key = Awaited<ReturnType<KeyRing['forSigning']>>;

// Between slices the process answers requests, renews its hold on the job and hears that it is to stop.
const SLICE_MS = 25;
const LARGEST_SLICE = 100;

/** Signs what was frozen, each intent with its own key and date. */
@Injectable()
export class SignIntents {
  constructor(
    private readonly work: UnitOfWork,
    private readonly issuing: IssuingRepository,
    private readonly keyRing: KeyRing,
  ) {}

  /** Those that are not stored yet, in their order. A document that cannot be signed is a fault of its own. */
  async all(scope: InstitutionScope, intents: readonly CredentialIntent[]): Promise<SortedOut<CredentialIntent, SignedIntent>[]> {
    if (intents.length === 0) return [];
    const { unsigned, keys } = await this.work.run(scope, (tx) => this.look(tx, intents));
    const sorted: SortedOut<CredentialIntent, SignedIntent>[] = [];
    let size = 1;
    for (const together of alike(unsigned)) {
      for (let start = 0; start < together.length;) {
        const slice = together.slice(start, start + size);
        const begun = performance.now();
        sorted.push(
          ...(await sortOut(
            slice,
            (some) => sign(some, keys),
            () => true,
          )),
        );
        start += slice.length;
        size = performance.now() - begun > SLICE_MS ? Math.max(1, size >> 1) : Math.min(LARGEST_SLICE, size * 2);
        await breathe();
      }
    }
    return sorted;
  }

  private async look(tx: Tx, intents: readonly CredentialIntent[]) {
    const stored = await this.issuing.stored(
      tx,
      intents.map(({ id }) => id),
    );
    const unsigned = intents.filter(({ id }) => !stored.has(id));
    const keys = new Map<string, Key>();
    for (const id of new Set(unsigned.map(({ signingKeyId }) => signingKeyId))) {
      keys.set(id, await this.keyRing.forSigning(tx, id));
    }
    return { unsigned, keys };
  }
}

/** Intents with the same key and date: nearly always all of a chunk. */
function alike(intents: readonly CredentialIntent[]): Iterable<CredentialIntent[]> {
  const groups = new Map<string, CredentialIntent[]>();
  for (const intent of intents) {
    const kind = `${intent.signingKeyId} ${intent.proofCreated}`;
    const group = groups.get(kind);
    if (group) group.push(intent);
    else groups.set(kind, [intent]);
  }
  return groups.values();
}

async function sign(intents: readonly CredentialIntent[], keys: ReadonlyMap<string, Key>): Promise<SignedIntent[]> {
  const documents = intents.map(({ document }) => JSON.parse(document) as Frozen);
  const [intent] = intents;
  const [document] = documents;
  const found = intent && keys.get(intent.signingKeyId);
  if (!found || !document) throw new Error('There is nothing to sign, or no key');
  const signed = await signCredentials(documents, {
    verificationMethod: verificationMethodId(document.issuer.id, found.key.publicKeyMultibase),
    privateKey: found.privateKey,
    created: new Date(intent.proofCreated),
  });
  return intents.map((one, index) => ({ intent: one, name: documents[index]?.name ?? '', signed: signed[index]?.bytes ?? '' }));
}
