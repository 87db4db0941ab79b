import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { AcceptedEndorsement } from '../domain/endorsement.js';
import { EndorsementForm } from './endorsement-form.entity.js';
import { GivenEndorsement } from './given-endorsement.entity.js';
import { ReceivedEndorsement } from './received-endorsement.entity.js';

/** What is left of an endorsement for whoever has its bytes. */
export type EndorsementEnd = 'withdrawn' | 'superseded';

export interface FormToRenew {
  institutionId: string;
  endorsementId: string;
  /** The next one. */
  form: number;
}

@Injectable()
export class EndorsementsRepository {
  async give(tx: Tx, endorsement: GivenEndorsement): Promise<void> {
    await tx.manager.insert(GivenEndorsement, { ...endorsement });
  }

  async addForm(tx: Tx, form: EndorsementForm): Promise<void> {
    await tx.manager.insert(EndorsementForm, { ...form });
  }

  async saveSigned(tx: Tx, { id, signed, signedAt }: EndorsementForm): Promise<void> {
    await tx.manager.update(EndorsementForm, { id }, { signed, signedAt });
  }

  /** Every form of these endorsements, oldest first. */
  async forms(tx: Tx, endorsementIds: readonly string[]): Promise<EndorsementForm[]> {
    if (endorsementIds.length === 0) return [];
    return tx.manager.find(EndorsementForm, { where: { endorsementId: In([...endorsementIds]) }, order: { form: 'ASC' } });
  }

  /** What became of the form whose place in a status list this is; `null`: it holds, or there is none. */
  async endAt(tx: Tx, statusListId: string, statusIndex: number): Promise<EndorsementEnd | null> {
    const [found] = await tx.query<{ withdrawn: boolean; replaced: boolean }>(
      `select g.withdrawn_at is not null as withdrawn,
              exists (select from endorsement_form n where n.endorsement_id = f.endorsement_id and n.form > f.form and n.signed is not null) as replaced
         from endorsement_form f join given_endorsement g on g.id = f.endorsement_id
        where f.status_list_id = $1 and f.status_index = $2`,
      [statusListId, statusIndex],
    );
    return found?.withdrawn ? 'withdrawn' : found?.replaced ? 'superseded' : null;
  }

  /**
   * Endorsements that stand, whose newest signed form a compromised key made (this one, or any), and that were not put into the outbox
   * for `job` since. What was set aside there waits for a person.
   */
  async unqueuedRenewals(tx: Tx, keyId: string | null, job: string, now: Date, limit: number): Promise<FormToRenew[]> {
    return tx.query<FormToRenew>(
      `select g.institution_id as "institutionId", g.id as "endorsementId", f.form + 1 as form
         from signing_key k join endorsement_form f on f.signing_key_id = k.id join given_endorsement g on g.id = f.endorsement_id
        where k.state = 'compromised' and ($1::uuid is null or k.id = $1) and f.signed is not null
          and g.withdrawn_at is null and g.valid_until > $3
          and not exists (select from endorsement_form n where n.endorsement_id = f.endorsement_id and n.form > f.form and n.signed is not null)
          and not exists (select from outbox o where o.dedupe_key = $2 || ':' || g.id || ':form:' || (f.form + 1))
        limit $4`,
      [keyId, job, now, limit],
    );
  }

  async findGiven(tx: Tx, id: string): Promise<GivenEndorsement | null> {
    return tx.manager.findOneBy(GivenEndorsement, { id });
  }

  async findGivenLocked(tx: Tx, id: string): Promise<GivenEndorsement | null> {
    return tx.manager.findOne(GivenEndorsement, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async findPublic(tx: Tx, publicId: string): Promise<GivenEndorsement | null> {
    return tx.manager.findOneBy(GivenEndorsement, { publicId });
  }

  async saveWithdrawal(tx: Tx, { id, withdrawnBy, withdrawnAt }: GivenEndorsement): Promise<void> {
    await tx.manager.update(GivenEndorsement, { id }, { withdrawnBy, withdrawnAt });
  }

  async listGiven(tx: Tx, after: Cursor | null, limit: number): Promise<GivenEndorsement[]> {
    const query = tx.manager
      .createQueryBuilder(GivenEndorsement, 'given')
      .orderBy('given.givenAt', 'DESC')
      .addOrderBy('given.id', 'DESC')
      .limit(limit + 1);
    if (after) query.andWhere('(given.givenAt, given.id) < (:at, :id)', after);
    return query.getMany();
  }

  /** What was handed over of a given endorsement. */
  async findHandedOver(tx: Tx, givenId: string): Promise<ReceivedEndorsement | null> {
    return tx.manager.findOneBy(ReceivedEndorsement, { givenId });
  }

  /** Puts a newer form in the place of the one that was handed over. Whether it is shown was decided before and stays so. */
  async renewReceived(tx: Tx, { id, document, documentSha256 }: ReceivedEndorsement): Promise<void> {
    await tx.manager.update(ReceivedEndorsement, { id }, { document, documentSha256 });
  }

  /** Keeps a document once; the same one again finds the row that is there. */
  async receive(tx: Tx, endorsement: ReceivedEndorsement): Promise<ReceivedEndorsement> {
    await tx.manager.createQueryBuilder().insert().into(ReceivedEndorsement).values(endorsement).orIgnore().execute();
    const { institutionId, documentSha256 } = endorsement;
    return tx.manager.findOneByOrFail(ReceivedEndorsement, { institutionId, documentSha256 });
  }

  async findReceivedLocked(tx: Tx, id: string): Promise<ReceivedEndorsement | null> {
    return tx.manager.findOne(ReceivedEndorsement, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async saveDecision(tx: Tx, { id, decision, decidedBy, decidedAt }: ReceivedEndorsement): Promise<void> {
    await tx.manager.update(ReceivedEndorsement, { id }, { decision, decidedBy, decidedAt });
  }

  async listReceived(tx: Tx, after: Cursor | null, limit: number): Promise<ReceivedEndorsement[]> {
    const query = tx.manager
      .createQueryBuilder(ReceivedEndorsement, 'received')
      .orderBy('received.receivedAt', 'DESC')
      .addOrderBy('received.id', 'DESC')
      .limit(limit + 1);
    if (after) query.andWhere('(received.receivedAt, received.id) < (:at, :id)', after);
    return query.getMany();
  }

  /** Signed documents that the public is shown with a subject: accepted, not withdrawn by who gave them, not over. */
  async shown(tx: Tx, subject: string, now: Date, limit: number): Promise<AcceptedEndorsement[]> {
    return tx.query<AcceptedEndorsement>(
      `select r.document, g.public_id as "publicId" from received_endorsement r left join given_endorsement g on g.id = r.given_id
        where r.subject = $1 and r.decision = 'accepted' and g.withdrawn_at is null and (r.valid_until is null or r.valid_until > $2)
        order by r.decided_at desc limit $3`,
      [subject, now, limit],
    );
  }
}
