import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

export type EndorsementDecision = 'accepted' | 'rejected';

/** An endorsement of something of the institution's. The public sees it once it is accepted. */
@Entity('received_endorsement')
@Unique('received_endorsement_document_key', ['institutionId', 'documentSha256'])
@Index('received_endorsement_institution', ['institutionId', 'receivedAt'])
@Index('received_endorsement_given_key', ['givenId'], { unique: true, where: 'given_id IS NOT NULL' })
@Index('received_endorsement_shown', ['subject'], { where: "decision = 'accepted'::text" })
@Check('received_endorsement_decision_known', "decision IN ('accepted', 'rejected')")
export class ReceivedEndorsement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'received_endorsement_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'received_endorsement_institution_fk' })
  institutionId: string;

  @Column('text')
  subject: string;

  /** The issuer of the endorsement, as its document names it. */
  @Column('text')
  endorser: string;

  @Column('text', { name: 'endorser_name' })
  endorserName: string;

  @Column('text')
  comment: string;

  @Column('text')
  document: string;

  @Column('text', { name: 'document_sha256' })
  documentSha256: string;

  /** Where it was given on this Cairn; `null` when it came from outside. */
  @Column('uuid', { name: 'given_id', nullable: true })
  @ForeignKey('given_endorsement', 'id', { name: 'received_endorsement_given_fk' })
  givenId: string | null;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('timestamptz', { name: 'valid_until', nullable: true })
  validUntil: Date | null;

  @Column('text', { nullable: true })
  decision: EndorsementDecision | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;
}
