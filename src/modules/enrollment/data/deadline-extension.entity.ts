import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** More time for one learner's project, with the reason. */
@Entity('deadline_extension')
@Index('deadline_extension_enrollment', ['enrollmentId'])
export class DeadlineExtension {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deadline_extension_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @Column('uuid', { name: 'enrollment_id' })
  @ForeignKey('enrollment', 'id', { name: 'deadline_extension_enrollment_fk' })
  enrollmentId: string;

  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'granted_by' })
  grantedBy: string;

  @Column('timestamptz', { name: 'granted_at' })
  grantedAt: Date;
}
