import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** The decision to issue, frozen before anything is signed: a retry signs the same bytes, whatever was edited meanwhile. */
@Entity('credential_intent')
@Unique('credential_intent_award_key', ['enrollmentId', 'achievementId', 'version'])
@Index('credential_intent_award_public_id', ['publicId'], { unique: true, where: 'supersedes_id IS NULL' })
@Unique('credential_intent_supersedes_key', ['supersedesId'])
@Unique('credential_intent_status_key', ['statusListId', 'statusIndex'])
@Index('credential_intent_person', ['personId', 'editionId'])
@Index('credential_intent_signing_key', ['signingKeyId'])
@Index('credential_intent_historic_award_once', ['historicAwardId'], { unique: true, where: 'supersedes_id IS NULL' })
@Check(
  'credential_intent_one_origin',
  'CASE WHEN historic_award_id IS NULL THEN num_nonnulls(enrollment_id, assessment_id) = 2 ELSE num_nonnulls(enrollment_id, assessment_id) = 0 END',
)
export class CredentialIntent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'credential_intent_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'credential_intent_institution_fk' })
  institutionId: string;

  /** Where it was earned; `null` with a historic award. */
  @Column('uuid', { name: 'enrollment_id', nullable: true })
  @ForeignKey('enrollment', 'id', { name: 'credential_intent_enrollment_fk' })
  enrollmentId: string | null;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', 'id', { name: 'credential_intent_person_fk' })
  personId: string;

  @Column('uuid', { name: 'edition_id' })
  @ForeignKey('edition', 'id', { name: 'credential_intent_edition_fk' })
  editionId: string;

  @Column('uuid', { name: 'achievement_id' })
  @ForeignKey('achievement', 'id', { name: 'credential_intent_achievement_fk' })
  achievementId: string;

  /** The pass that it stands on; `null` with a historic award. */
  @Column('uuid', { name: 'assessment_id', nullable: true })
  @ForeignKey('assessment', 'id', { name: 'credential_intent_assessment_fk' })
  assessmentId: string | null;

  /** What it stands on instead of a pass. */
  @Column('uuid', { name: 'historic_award_id', nullable: true })
  @ForeignKey('historic_award', 'id', { name: 'credential_intent_historic_award_fk' })
  historicAwardId?: string | null;

  /** 1 for the first award; one more for each award after a revocation, and for each new form of one. */
  @Column('integer')
  version: number;

  /** Unguessable: part of the public address. */
  @Column('text', { name: 'public_id' })
  publicId: string;

  /** The unsigned credential as JSON text. */
  @Column('text')
  document: string;

  @Column('text', { name: 'document_sha256' })
  documentSha256: string;

  /** The proof's own date, ISO 8601. */
  @Column('text', { name: 'proof_created' })
  proofCreated: string;

  @Column('uuid', { name: 'signing_key_id' })
  @ForeignKey('signing_key', 'id', { name: 'credential_intent_signing_key_fk' })
  signingKeyId: string;

  @Column('uuid', { name: 'status_list_id' })
  @ForeignKey('status_list', 'id', { name: 'credential_intent_status_list_fk' })
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
