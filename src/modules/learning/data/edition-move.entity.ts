import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** That somebody moved a learner to another edition on purpose, and why. */
@Entity('edition_move')
@Index('edition_move_enrollment', ['enrollmentId', 'movedAt'])
export class EditionMove {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'edition_move_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @Column('uuid', { name: 'enrollment_id' })
  @ForeignKey('enrollment', 'id', { name: 'edition_move_enrollment_fk' })
  enrollmentId: string;

  @Column('uuid', { name: 'from_edition_id' })
  @ForeignKey('edition', 'id', { name: 'edition_move_from_fk' })
  fromEditionId: string;

  @Column('uuid', { name: 'to_edition_id' })
  @ForeignKey('edition', 'id', { name: 'edition_move_to_fk' })
  toEditionId: string;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'moved_by' })
  movedBy: string;

  @Column('timestamptz', { name: 'moved_at' })
  movedAt: Date;
}
