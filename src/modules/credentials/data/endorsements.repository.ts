import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import { GivenEndorsement } from './given-endorsement.entity.js';
import { ReceivedEndorsement } from './received-endorsement.entity.js';

@Injectable()
export class EndorsementsRepository {
  async give(tx: Tx, endorsement: GivenEndorsement): Promise<void> {
    await tx.manager.insert(GivenEndorsement, { ...endorsement });
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

  async saveGiven(tx: Tx, { id, signed, withdrawnBy, withdrawnAt }: GivenEndorsement): Promise<void> {
    await tx.manager.update(GivenEndorsement, { id }, { signed, withdrawnBy, withdrawnAt });
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
  async shown(tx: Tx, subject: string, now: Date, limit: number): Promise<string[]> {
    const rows = await tx.query<{ document: string }>(
      `select r.document from received_endorsement r left join given_endorsement g on g.id = r.given_id
        where r.subject = $1 and r.decision = 'accepted' and g.withdrawn_at is null and (r.valid_until is null or r.valid_until > $2)
        order by r.decided_at desc limit $3`,
      [subject, now, limit],
    );
    return rows.map(({ document }) => document);
  }
}
