import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * The decision to issue a form: whom for, on what grounds, with which key and at which place of a status list. The first form that a pass
 * earns is written with its credential. What is to be signed later, by whoever comes to it, keeps its text until then and after: a retry
 * signs the same bytes, whatever was edited meanwhile. A trigger asks once for a statement whether all that it names is there.
 */
@Entity('credential_intent')
@Unique('credential_intent_award_key', ['enrollmentId', 'achievementId', 'version'])
@Index('credential_intent_supersedes_key', ['supersedesId'], { unique: true, where: 'supersedes_id IS NOT NULL' })
@Unique('credential_intent_status_key', ['statusListId', 'statusIndex'])
@Index('credential_intent_person', ['personId', 'editionId'])
@Index('credential_intent_signing_key', ['signingKeyId'])
@Index('credential_intent_historic_award_once', ['historicAwardId'], {
  unique: true,
  where: 'supersedes_id IS NULL AND historic_award_id IS NOT NULL',
})
@Check('credential_intent_text_whole', '(document IS NULL) = (document_sha256 IS NULL)')
@Check(
  'credential_intent_one_origin',
  'CASE WHEN historic_award_id IS NULL THEN num_nonnulls(enrollment_id, assessment_id) = 2 ELSE num_nonnulls(enrollment_id, assessment_id) = 0 END',
)
export class CredentialIntent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'credential_intent_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  /** Where it was earned; `null` with a historic award. */
  @Column('uuid', { name: 'enrollment_id', nullable: true })
  enrollmentId: string | null;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('uuid', { name: 'edition_id' })
  editionId: string;

  @Column('uuid', { name: 'achievement_id' })
  achievementId: string;

  /** The pass that it stands on; `null` with a historic award. */
  @Column('uuid', { name: 'assessment_id', nullable: true })
  assessmentId: string | null;

  /** What it stands on instead of a pass. */
  @Column('uuid', { name: 'historic_award_id', nullable: true })
  historicAwardId?: string | null;

  /** 1 for the first award; one more for each award after a revocation, and for each new form of one. */
  @Column('integer')
  version: number;

  /** Unguessable: part of the public address. */
  @Column('text', { name: 'public_id' })
  publicId: string;

  /** The unsigned credential as JSON text; `null` where it was signed before this was written, and stands in its credential alone. */
  @Column('text', { nullable: true })
  document: string | null;

  @Column('text', { name: 'document_sha256', nullable: true })
  documentSha256: string | null;

  /** The proof's own date, ISO 8601. */
  @Column('text', { name: 'proof_created' })
  proofCreated: string;

  @Column('uuid', { name: 'signing_key_id' })
  signingKeyId: string;

  @Column('uuid', { name: 'status_list_id' })
  statusListId: string;

  @Column('integer', { name: 'status_index' })
  statusIndex: number;

  /** The form that this one is to replace. */
  @Column('uuid', { name: 'supersedes_id', nullable: true })
  @ForeignKey('credential', 'id', { name: 'credential_intent_supersedes_fk' })
  supersedesId: string | null;

  /** It lifts a suspension. */
  @Column('boolean', { default: false })
  reinstates?: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
