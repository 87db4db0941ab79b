import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import type { EditionContent } from '../domain/edition.js';
import { EditionsRepository } from './editions.repository.js';
import { MicroCredentialsRepository } from './micro-credentials.repository.js';
import { RecentlyUsed } from '../../../platform/recently-used.js';

/** A published edition as other modules read it. Frozen: it is shared by everybody who asks. */
export interface StoredEdition {
  id: string;
  institutionId: string;
  microCredentialId: string;
  number: number;
  /** Of the micro-credential, for its public address. */
  slug: string;
  title: string;
  content: EditionContent;
  publishedAt: Date;
}

/** Characters of JSON that are kept in memory, over all editions. */
const CAPACITY = 24_000_000;

/** Editions never change, so each process keeps those it used lately. */
@Injectable()
export class EditionStore {
  private readonly kept = new RecentlyUsed<StoredEdition>(CAPACITY);

  constructor(
    private readonly editions: EditionsRepository,
    private readonly microCredentials: MicroCredentialsRepository,
  ) {}

  /** `null` for an edition that is not there, or not of the transaction's institution. */
  async find(tx: Tx, editionId: string): Promise<StoredEdition | null> {
    const kept = this.kept.get(editionId);
    // The memory knows no row-level security: what the transaction could not read must not come from here either.
    if (kept) return tx.institutionId === null || tx.institutionId === kept.institutionId ? kept : null;
    const edition = await this.load(tx, editionId);
    if (edition) this.kept.set(edition.id, edition, JSON.stringify(edition.content).length);
    return edition;
  }

  /**
   * The ids of editions by the names that people give them: the id itself, or the micro-credential's part of the public address and the number
   * (`data-literacy/2`), in lower case. What is unknown is missing.
   */
  async named(tx: Tx, names: readonly string[]): Promise<Map<string, string>> {
    return this.editions.named(tx, names);
  }

  /** The edition that a micro-credential's next learners meet; `null` for one that was never published. */
  async latest(tx: Tx, microCredentialId: string): Promise<StoredEdition | null> {
    const latest = await this.editions.latest(tx, microCredentialId);
    return latest && this.find(tx, latest.id);
  }

  /** The editions that next learners of the institution meet, by title; `q` is a part of it, and `limit` the most there are. */
  async current(tx: Tx, q: string, limit: number): Promise<StoredEdition[]> {
    const editions: StoredEdition[] = [];
    for (const id of await this.editions.current(tx, q, limit)) editions.push(await this.get(tx, id));
    return editions;
  }

  /** As `find`, but throws `request.not_found`. */
  async get(tx: Tx, editionId: string): Promise<StoredEdition> {
    const edition = await this.find(tx, editionId);
    if (!edition) throw new Problem(notFound);
    return edition;
  }

  /** All editions of the same micro-credential, itself too, oldest first. */
  siblings(tx: Tx, { microCredentialId }: Pick<StoredEdition, 'microCredentialId'>): Promise<{ id: string; number: number }[]> {
    return this.editions.numbered(tx, microCredentialId);
  }

  private async load(tx: Tx, editionId: string): Promise<StoredEdition | null> {
    const row = await this.editions.find(tx, editionId);
    const microCredential = row && (await this.microCredentials.find(tx, row.microCredentialId));
    if (!microCredential) return null;
    const { id, institutionId, microCredentialId, number, title, content, publishedAt } = row;
    // The slug no longer changes once there is an edition.
    return deepFrozen({ id, institutionId, microCredentialId, number, slug: microCredential.slug, title, content, publishedAt });
  }
}

function deepFrozen<Value>(value: Value): Value {
  if (value === null || typeof value !== 'object') return value;
  for (const part of Object.values(value)) deepFrozen(part);
  return Object.freeze(value);
}
