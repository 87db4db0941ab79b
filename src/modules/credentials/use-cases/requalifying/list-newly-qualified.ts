import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { readCursor } from '../../../../platform/http/paging.js';
import { EditionStore, type StoredEdition } from '../../../catalog/index.js';
import { PeopleDirectory } from '../../../people/index.js';
import type { Ground } from '../../domain/qualification.js';
import { type Candidate, FindQualified } from './find-qualified.js';

/** Somebody who qualifies, with the work that their pass would stand on. */
export interface QualifiedPerson extends Candidate {
  work: NonNullable<Candidate['work']>;
  grounds: Ground[];
}

export interface QualifiedList {
  edition: StoredEdition;
  /** By the ids of their enrolments; each person once. */
  people: QualifiedPerson[];
  /** Names the list: another person, verdict or reason makes another one. */
  version: string;
}

export interface NamedCandidate extends Candidate {
  personName: string;
}

/** One more than was asked for, where there is one. */
export interface CandidatesPage {
  edition: StoredEdition;
  rows: NamedCandidate[];
  version: string;
  total: number;
}

interface Wanted {
  cursor?: string | undefined;
  limit: number;
}

/** Who on earlier editions qualifies by a later one, and who does not and why. */
@Injectable()
export class ListNewlyQualified {
  constructor(
    private readonly work: UnitOfWork,
    private readonly editions: EditionStore,
    private readonly find: FindQualified,
    private readonly people: PeopleDirectory,
  ) {}

  async qualified(actor: Actor, editionId: string, { cursor, limit }: Wanted): Promise<CandidatesPage> {
    return this.work.run(actor, async (tx) => {
      const after = readCursor(cursor);
      const edition = await this.editions.get(tx, editionId);
      const { people, version } = await this.all(tx, edition);
      const rows = people.filter(({ place }) => after === null || place.id > after.id).slice(0, limit + 1);
      return { edition, rows: await this.named(tx, rows), version, total: people.length };
    });
  }

  /** Those who do not qualify, from as many chunks as it takes to fill the page. */
  async others(actor: Actor, editionId: string, { cursor, limit }: Wanted): Promise<CandidatesPage> {
    return this.work.run(actor, async (tx) => {
      const edition = await this.editions.get(tx, editionId);
      const { people, version } = await this.all(tx, edition);
      const rows: Candidate[] = [];
      for await (const chunk of this.find.everybody(tx, edition, readCursor(cursor)?.id ?? null)) {
        rows.push(...chunk.filter((one) => !one.qualification.qualifies));
        if (rows.length > limit) break;
      }
      return { edition, rows: await this.named(tx, rows.slice(0, limit + 1)), version, total: people.length };
    });
  }

  /** The whole list: its version says something about all of it. */
  async all(tx: Tx, edition: StoredEdition): Promise<QualifiedList> {
    const people = new Map<string, QualifiedPerson>();
    for await (const chunk of this.find.everybody(tx, edition)) {
      for (const candidate of chunk) {
        const { place, work, qualification } = candidate;
        if (!qualification.qualifies || !work || people.has(place.personId)) continue;
        people.set(place.personId, { ...candidate, work, grounds: qualification.grounds });
      }
    }
    const listed = [...people.values()];
    return { edition, people: listed, version: versionOf(edition, listed) };
  }

  private async named(tx: Tx, rows: readonly Candidate[]): Promise<NamedCandidate[]> {
    const people = await this.people.findMany(
      tx,
      rows.map(({ place }) => place.personId),
    );
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return rows.map((row) => ({ ...row, personName: names.get(row.place.personId) ?? '' }));
  }
}

function versionOf({ id }: StoredEdition, people: readonly QualifiedPerson[]): string {
  const listed = people.map(({ place, work, grounds }) => [place.id, place.editionId, work.standing.id, grounds]);
  return createHash('sha256')
    .update(JSON.stringify([id, listed]))
    .digest('base64url')
    .slice(0, 22);
}
