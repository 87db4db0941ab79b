import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A standing arrangement of a person with an institution: more time in quizzes, more days for work. */
@Entity('accommodation')
@Index('accommodation_live_key', ['institutionId', 'personId'], { unique: true, where: 'ended_at IS NULL' })
@Check('accommodation_sane', 'time_factor >= 1 AND time_factor <= 10 AND extra_days >= 0')
export class Accommodation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'accommodation_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', 'id', { name: 'accommodation_person_fk' })
  personId: string;

  /** Multiplies time limits; 1.5 is half as much again. */
  @Column('double precision', { name: 'time_factor' })
  timeFactor: number;

  @Column('integer', { name: 'extra_days' })
  extraDays: number;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'granted_by' })
  grantedBy: string;

  @Column('timestamptz', { name: 'granted_at' })
  grantedAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
