import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An endorsement that the institution gives. What is signed of it is an `EndorsementForm`. */
@Entity('given_endorsement')
@Unique('given_endorsement_public_id_key', ['publicId'])
@Index('given_endorsement_institution', ['institutionId', 'givenAt'])
export class GivenEndorsement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'given_endorsement_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'given_endorsement_institution_fk' })
  institutionId: string;

  @Column('text', { name: 'public_id' })
  publicId: string;

  @Column('text')
  subject: string;

  @Column('text')
  comment: string;

  @Column('uuid', { name: 'given_by' })
  givenBy: string;

  @Column('timestamptz', { name: 'given_at' })
  givenAt: Date;

  @Column('timestamptz', { name: 'valid_until' })
  validUntil: Date;

  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  withdrawnBy: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
}
