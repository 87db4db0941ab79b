import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One signed form of an endorsement, frozen before it is signed. Kept byte for byte when another takes its place. */
@Entity('endorsement_form')
@Unique('endorsement_form_key', ['endorsementId', 'form'])
@Unique('endorsement_form_status_key', ['statusListId', 'statusIndex'])
@Check('endorsement_form_status_whole', '(status_list_id IS NULL) = (status_index IS NULL)')
@Index('endorsement_form_signing_key', ['signingKeyId'])
export class EndorsementForm {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'endorsement_form_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'endorsement_form_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'endorsement_id' })
  @ForeignKey('given_endorsement', 'id', { name: 'endorsement_form_endorsement_fk' })
  endorsementId: string;

  /** 1, 2, 3, … */
  @Column('integer')
  form: number;

  @Column('text')
  document: string;

  @Column('text', { name: 'proof_created' })
  proofCreated: string;

  @Column('uuid', { name: 'signing_key_id' })
  @ForeignKey('signing_key', 'id', { name: 'endorsement_form_signing_key_fk' })
  signingKeyId: string;

  /** `null` for what was given before endorsements had a status. */
  @Column('uuid', { name: 'status_list_id', nullable: true })
  @ForeignKey('status_list', 'id', { name: 'endorsement_form_status_list_fk' })
  statusListId: string | null;

  @Column('integer', { name: 'status_index', nullable: true })
  statusIndex: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** The exact signed bytes, once they are there. */
  @Column('text', { nullable: true })
  signed: string | null;

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt: Date | null;
}
