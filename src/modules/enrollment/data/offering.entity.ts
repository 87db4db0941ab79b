import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { StoredDueRule } from '../domain/stored-due-rule.js';
import type { LatePolicy } from '../domain/late-policy.js';

/** A run of an edition: its dates, seats and rules. */
@Entity('offering')
@Index('offering_institution', ['institutionId', 'startsAt'])
@Index('offering_edition', ['editionId'])
@Check('offering_seats_sane', 'seats IS NULL OR seats >= 0')
export class Offering {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'offering_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'offering_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'edition_id' })
  @ForeignKey('edition', 'id', { name: 'offering_edition_fk' })
  editionId: string;

  @Column('text')
  title: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at', nullable: true })
  endsAt: Date | null;

  @Column('timestamptz', { name: 'enroll_from' })
  enrollFrom: Date;

  @Column('timestamptz', { name: 'enroll_until', nullable: true })
  enrollUntil: Date | null;

  /** `null`: as many as come. */
  @Column('integer', { nullable: true })
  seats: number | null;

  @Column('boolean')
  waitlist: boolean;

  @Column('boolean', { name: 'open_enrollment' })
  openEnrollment: boolean;

  @Column('text', { name: 'price_label' })
  priceLabel: string;

  @Column('jsonb', { name: 'project_due', nullable: true })
  projectDue: StoredDueRule | null;

  @Column('jsonb', { name: 'late_policy' })
  latePolicy: LatePolicy;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt: Date | null;
}
