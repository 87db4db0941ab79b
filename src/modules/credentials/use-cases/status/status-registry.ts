import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { newId } from '../../../../platform/ids.js';
import { enqueue } from '../../../../platform/queue/enqueue.js';
import { RecentlyUsed } from '../../../../platform/recently-used.js';
import type { Institution } from '../../../institutions/index.js';
import type { StatusList } from '../../data/status-list.entity.js';
import { type ListOfPlaces, StatusListsRepository } from '../../data/status-lists.repository.js';
import { publishStatusList } from '../../jobs/publish-status-list.js';
import { signCredential } from '../../proof/sign.js';
import { type StatusPermutation, statusPermutation } from '../../proof/status-index.js';
import { buildStatusListCredential, emptyStatusBits, setStatusBit, STATUS_LIST_BITS } from '../../proof/status-list.js';
import { IssuerAddresses } from '../issuing/issuer-addresses.js';
import { KeyRing } from '../keys/key-ring.js';

const BETWEEN_SIGNATURES_MS = 1_000;
const MOST_PERMUTATIONS = 50;

/** One bit of a list. */
export interface StatusPlace {
  listId: string;
  index: number;
}

/** The status lists of an institution: takes places in them, and signs what they show. */
@Injectable()
export class StatusRegistry {
  private readonly addresses: IssuerAddresses;
  private readonly permutations = new RecentlyUsed<StatusPermutation>(MOST_PERMUTATIONS);

  constructor(
    private readonly lists: StatusListsRepository,
    private readonly keyRing: KeyRing,
    environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  /**
   * Takes places in the institution's newest list, and in a new one where that is full. They look random and are never given
   * twice. Whoever else wants some waits until the transaction ends: let it be the last thing in it.
   */
  async reserve(tx: Tx, institution: Institution, count: number): Promise<StatusPlace[]> {
    const taken = await this.lists.takePlaces(tx, institution.id, count);
    return taken ? this.placesIn(taken, taken.nextPosition, count) : this.reserveAcross(tx, institution, count);
  }

  /** Where the newest list has too little room, or there is none. One update for each list that they lie in. */
  private async reserveAcross(tx: Tx, institution: Institution, count: number): Promise<StatusPlace[]> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('status-list ' || $1, 0))`, [institution.id]);
    const places: StatusPlace[] = [];
    let list = await this.lists.newestLocked(tx, institution.id);
    while (places.length < count) {
      if (!list || list.nextPosition >= list.size) list = await this.begin(tx, institution, (list?.number ?? 0) + 1);
      const { id, nextPosition, size } = list;
      const taken = Math.min(count - places.length, size - nextPosition);
      places.push(...this.placesIn(list, nextPosition, taken));
      await this.lists.takePositions(tx, id, taken);
      list = { ...list, nextPosition: nextPosition + taken };
    }
    return places;
  }

  private placesIn(list: ListOfPlaces, first: number, count: number): StatusPlace[] {
    const indexAt = this.permutation(list);
    return Array.from({ length: count }, (_, place) => ({ listId: list.id, index: indexAt(first + place) }));
  }

  /**
   * Has lists signed anew whose bits changed in this transaction. All changes since a list was last signed share one job, which comes a
   * second after that signing at the earliest: ten thousand revocations cost a signature a second, a single one is out at once.
   */
  async changed(tx: Tx, institutionId: string, listIds: Iterable<string>): Promise<void> {
    const now = this.clock.now();
    // In one order everywhere, because each list stays locked.
    for (const listId of [...new Set(listIds)].toSorted()) {
      const { signedVersion, signedAt } = await this.lists.raiseVersion(tx, listId);
      await enqueue(
        tx,
        publishStatusList,
        { listId },
        {
          institutionId,
          dedupeKey: `${listId}:after:${signedVersion}`,
          now,
          availableAt: new Date(Math.max(now.getTime(), signedAt.getTime() + BETWEEN_SIGNATURES_MS)),
        },
      );
    }
  }

  /** Signs the list anew if its bits changed since it was signed. */
  async publish(tx: Tx, institution: Institution, listId: string): Promise<void> {
    const list = await this.lists.findLocked(tx, listId);
    if (!list || list.signedVersion >= list.version) return;
    const bits = emptyStatusBits(list.size);
    for (const index of await this.lists.raisedIndexes(tx, listId)) setStatusBit(bits, index, true);
    const signedAt = this.clock.now();
    await this.lists.save(tx, {
      ...list,
      signed: await this.sign(tx, institution, listId, bits, signedAt),
      signedVersion: list.version,
      signedAt,
    });
    await this.lists.announce(tx, listId);
  }

  private permutation({ id, seed, size }: ListOfPlaces): StatusPermutation {
    const kept = this.permutations.get(id);
    if (kept) return kept;
    const permutation = statusPermutation(Buffer.from(seed, 'hex'), size);
    this.permutations.set(id, permutation, 1);
    return permutation;
  }

  private async begin(tx: Tx, institution: Institution, number: number): Promise<StatusList> {
    const id = newId();
    const signedAt = this.clock.now();
    const list: StatusList = {
      id,
      institutionId: institution.id,
      number,
      purpose: 'revocation',
      size: STATUS_LIST_BITS,
      seed: randomBytes(32).toString('hex'),
      nextPosition: 0,
      version: 1,
      signedVersion: 1,
      signed: await this.sign(tx, institution, id, emptyStatusBits(STATUS_LIST_BITS), signedAt),
      signedAt,
    };
    await this.lists.add(tx, list);
    return list;
  }

  private async sign(tx: Tx, { id, slug }: Institution, listId: string, bits: Buffer, created: Date): Promise<string> {
    const { id: keyId } = await this.keyRing.active(tx, id);
    const { key, privateKey } = await this.keyRing.forSigning(tx, keyId);
    const document = buildStatusListCredential({
      id: this.addresses.statusList(listId),
      issuer: this.addresses.did(slug),
      bits,
      validFrom: created,
    });
    const verificationMethod = this.addresses.verificationMethod(slug, key.publicKeyMultibase);
    return (await signCredential({ document, verificationMethod, privateKey, created })).bytes;
  }
}
