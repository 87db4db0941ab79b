import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** All that is held about a person at an institution, asked for by them. */
@Entity('personal_export')
@Index('personal_export_unfinished_key', ['institutionId', 'personId'], { unique: true, where: 'file_id IS NULL' })
@Index('personal_export_person', ['personId', 'requestedAt'])
@Index('personal_export_expiry', ['expiresAt'])
@Check('personal_export_ready_with_file', '(file_id IS NULL) = (ready_at IS NULL)')
export class PersonalExport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'personal_export_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'personal_export_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', 'id', { name: 'personal_export_person_fk' })
  personId: string;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  /** Parts and files that it is made of; `null` until its making has begun. */
  @Column('integer', { nullable: true })
  steps: number | null;

  @Column('integer', { name: 'steps_done' })
  stepsDone: number;

  @Column('uuid', { name: 'file_id', nullable: true })
  @ForeignKey('stored_file', 'id', { name: 'personal_export_file_fk' })
  fileId: string | null;

  @Column('timestamptz', { name: 'ready_at', nullable: true })
  readyAt: Date | null;

  /** When the file goes; until it is made, when it counts as failed. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
