import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Attribution } from '../domain/edition.js';

/** A short course that authors edit: an ordered list of activities, reusable in several micro-credentials. */
@Entity('course')
@Index('course_institution', ['institutionId', 'createdAt'])
export class Course {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'course_institution_fk' })
  institutionId: string;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  /** BCP 47. */
  @Column('text')
  language: string;

  @Column('jsonb', { nullable: true })
  attribution: Attribution | null;

  /** Of the course's own description and the order of its activities; each activity has a version of its own. */
  @Column('integer')
  version: number;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
