import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { FramedText } from '../../../../platform/framed-text.js';
import { type SortedOut, sortOut } from '../../../../platform/sort-out.js';
import type { CredentialIntent } from '../../data/credential-intent.entity.js';
import { IssuingRepository } from '../../data/issuing.repository.js';
import type { PublishedEvidence } from '../../data/published-evidence.entity.js';
import type { JsonObject } from '../../domain/json.js';
import { verificationMethodId } from '../../proof/keys/did-web.js';
import { signCredentials } from '../../proof/sign-many.js';
import type { SignedCredential } from '../../proof/sign.js';
import { Turns } from '../../proof/turns.js';
import { KeyRing } from '../keys/key-ring.js';
import { plannedDocument } from './planned-document.js';

export interface ToSign {
  intent: CredentialIntent;
  /** Of an intent that is written together with its credential: what that says, and the addresses that it opens. */
  unwritten?: Unwritten;
}

export interface Unwritten {
  /** Put together when it is signed: kept until then, hundreds of them are copied by the garbage collector again and again. Throws for a badge that would be invalid. */
  document: () => JsonObject;
  evidence: readonly PublishedEvidence[];
}

export interface SignedIntent {
  intent: CredentialIntent;
  /** Of an intent that is not written yet. */
  unwritten?: Pick<Unwritten, 'evidence'>;
  /** The exact text: always the same for an intent. Not put together for the reason above. */
  signed: FramedText;
}

type Frozen = JsonObject & { issuer: { id: string } };
type Key = Awaited<ReturnType<KeyRing['forSigning']>>;

// Between slices the process answers requests, renews its hold on the job and hears that it is to stop.
const SLICE_MS = 25;
// As many as it takes to compile a template from: fewer of a new kind are canonicalised one by one.
const FIRST_SLICE = 24;
const LARGEST_SLICE = 100;

/** Signs what was frozen, each intent with its own key and date. */
@Injectable()
export class SignIntents {
  // One large chunk after the other: signed all at once, they would all be ready at once, and nothing be left to sign while they are stored.
  private readonly turns = new Turns(1);

  constructor(
    private readonly work: UnitOfWork,
    private readonly issuing: IssuingRepository,
    private readonly keyRing: KeyRing,
  ) {}

  /** Those that are not stored yet, in their order. A document that cannot be signed is a fault of its own. */
  async all(scope: InstitutionScope, planned: readonly ToSign[]): Promise<SortedOut<ToSign, SignedIntent>[]> {
    if (planned.length === 0) return [];
    const { unsigned, keys } = await this.work.read(scope, (tx) => this.look(tx, planned));
    const signing = () => signSlices(unsigned, keys);
    // Whoever waits for one badge does not wait for hundreds.
    return unsigned.length > FIRST_SLICE ? this.turns.take(signing) : signing();
  }

  private async look(tx: Tx, planned: readonly ToSign[]) {
    const written = planned.flatMap(({ intent, unwritten }) => (unwritten ? [] : [intent.id]));
    const stored = await this.issuing.stored(tx, written);
    const unsigned = planned.filter(({ intent }) => !stored.has(intent.id));
    const keys = new Map<string, Key>();
    for (const id of new Set(unsigned.map(({ intent }) => intent.signingKeyId))) {
      keys.set(id, await this.keyRing.forSigning(tx, id));
    }
    return { unsigned, keys };
  }
}

async function signSlices(
  planned: readonly ToSign[],
  keys: ReadonlyMap<string, Key>,
): Promise<SortedOut<ToSign, SignedIntent>[]> {
  const sorted: SortedOut<ToSign, SignedIntent>[] = [];
  let size = FIRST_SLICE;
  for (const together of alike(planned)) {
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

/** Intents with the same key and date: nearly always all of a chunk. */
function alike(planned: readonly ToSign[]): Iterable<ToSign[]> {
  const groups = new Map<string, ToSign[]>();
  for (const one of planned) {
    const kind = `${one.intent.signingKeyId} ${one.intent.proofCreated}`;
    const group = groups.get(kind);
    if (group) group.push(one);
    else groups.set(kind, [one]);
  }
  return groups.values();
}

async function sign(planned: readonly ToSign[], keys: ReadonlyMap<string, Key>): Promise<SignedIntent[]> {
  const documents = planned.map(({ intent, unwritten }) => (unwritten?.document() ?? plannedDocument(intent)) as Frozen);
  const [first] = planned;
  const [document] = documents;
  const found = first && keys.get(first.intent.signingKeyId);
  if (!found || !document) throw new Error('There is nothing to sign, or no key');
  const signed = await signCredentials(documents, {
    verificationMethod: verificationMethodId(document.issuer.id, found.key.publicKeyMultibase),
    privateKey: found.privateKey,
    created: new Date(first.intent.proofCreated),
  });
  return planned.map(({ intent, unwritten }, index) => ({
    intent,
    ...(unwritten && { unwritten: { evidence: unwritten.evidence } }),
    signed: (signed[index] as SignedCredential).text,
  }));
}
