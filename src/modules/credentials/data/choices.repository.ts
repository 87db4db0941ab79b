import { Injectable } from '@nestjs/common';
import { idArray } from '../../../platform/database/id-array.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { CredentialChoices } from '../domain/credential-choices.js';
import { CredentialChoice } from './credential-choice.entity.js';

/** What was judged, as far as badges ask. */
export interface JudgedAttempt {
  assessmentId: string;
  points: number;
  ratings: { criterionId: string; ratingId: string }[];
  work: { links: string[]; files: { id: string; name: string; sha256: string }[] };
}

/** A place whose badge its learner can speak about. */
export interface BadgePlace {
  enrollmentId: string;
  title: string;
}

export interface EditionPlace {
  id: string;
  number: number;
}

@Injectable()
export class ChoicesRepository {
  async latest(tx: Tx, enrollmentId: string): Promise<CredentialChoice | null> {
    return tx.manager.findOne(CredentialChoice, { where: { enrollmentId }, order: { version: 'DESC' } });
  }

  async add(tx: Tx, choice: CredentialChoice): Promise<void> {
    await tx.manager.insert(CredentialChoice, { ...choice });
  }

  /** The standing choices of each; who chose nothing is missing. */
  async standing(tx: Tx, enrollmentIds: readonly string[]): Promise<Map<string, CredentialChoices>> {
    const rows = await tx.query<{ enrollmentId: string; choices: CredentialChoices }>(
      `select distinct on (enrollment_id) enrollment_id as "enrollmentId", choices from credential_choice
        where enrollment_id = any($1::uuid[]) order by enrollment_id, version desc`,
      [idArray(enrollmentIds)],
    );
    return new Map(rows.map(({ enrollmentId, choices }) => [enrollmentId, choices]));
  }

  async judged(tx: Tx, assessmentIds: readonly string[]): Promise<Map<string, JudgedAttempt>> {
    const rows = await tx.query<JudgedAttempt>(
      `select a.id as "assessmentId", a.points, a.ratings, t.work from assessment a join attempt t on t.id = a.attempt_id
        where a.id = any($1)`,
      [assessmentIds],
    );
    return new Map(rows.map((row) => [row.assessmentId, row]));
  }

  /** Every link and file that the learner of an enrolment has put together or handed in. */
  async workOf(tx: Tx, enrollmentId: string): Promise<{ links: Set<string>; fileIds: Set<string> }> {
    const rows = await tx.query<{ links: string[]; fileIds: string[] }>(
      `select array(select jsonb_array_elements_text(draft -> 'links')) as links,
              array(select jsonb_array_elements_text(draft -> 'fileIds')) as "fileIds"
         from submission where enrollment_id = $1
       union all
       select array(select jsonb_array_elements_text(work -> 'links')),
              array(select jsonb_array_elements(work -> 'files') ->> 'id')
         from attempt where enrollment_id = $1`,
      [enrollmentId],
    );
    return {
      links: new Set(rows.flatMap(({ links }) => links)),
      fileIds: new Set(rows.flatMap(({ fileIds }) => fileIds)),
    };
  }

  /** Newest first. */
  async placesOf(tx: Tx, personId: string): Promise<BadgePlace[]> {
    return tx.query<BadgePlace>(
      `select e.id as "enrollmentId", d.title from enrollment e join edition d on d.id = e.edition_id
        where e.person_id = $1 and e.state in ('active', 'completed') order by e.created_at desc, e.id desc limit 200`,
      [personId],
    );
  }

  /** The edition of the same micro-credential with the next lower number. */
  async editionBefore(tx: Tx, microCredentialId: string, number: number): Promise<EditionPlace | null> {
    const [row] = await tx.query<EditionPlace>(
      'select id, number from edition where micro_credential_id = $1 and number < $2 order by number desc limit 1',
      [microCredentialId, number],
    );
    return row ?? null;
  }
}
