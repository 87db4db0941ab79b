import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { EnrollmentOnFile, RowProblem } from '../domain/enrollment-file.js';

/** What the check foresaw: `already` is somebody who has a place there. */
export type RowForecast = 'seat' | 'waitlist' | 'already';

export type RowOutcome = 'enrolled' | 'waitlisted' | 'already' | 'refused';

/** One row of a file of people, as it was checked, and what became of it. */
@Entity('enrollment_import_row')
@Unique('enrollment_import_row_line_key', ['importId', 'line'])
@Index('enrollment_import_row_waiting', ['importId'], { where: '((wish IS NOT NULL) AND (outcome IS NULL))' })
@Check('enrollment_import_row_forecast_known', "forecast IN ('seat', 'waitlist', 'already')")
@Check('enrollment_import_row_outcome_known', "outcome IN ('enrolled', 'waitlisted', 'already', 'refused')")
@Check('enrollment_import_row_good_or_bad', "((wish IS NULL) = (problems <> '[]')) AND ((wish IS NULL) = (forecast IS NULL))")
export class EnrollmentImportRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrollment_import_row_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'enrollment_import_row_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'import_id' })
  @ForeignKey('enrollment_import', 'id', { name: 'enrollment_import_row_import_fk' })
  importId: string;

  /** Of the file, where the row begins; the header is line 1. */
  @Column('integer')
  line: number;

  /** `null` for a row that cannot be used. */
  @Column('jsonb', { nullable: true })
  wish: EnrollmentOnFile | null;

  @Column('jsonb')
  problems: RowProblem[];

  @Column('text', { nullable: true })
  forecast: RowForecast | null;

  /** `null` until the worker came to it. */
  @Column('text', { nullable: true })
  outcome: RowOutcome | null;

  /** Why it was refused, as a sentence. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'enrollment_id', nullable: true })
  @ForeignKey('enrollment', 'id', { name: 'enrollment_import_row_enrollment_fk' })
  enrollmentId: string | null;
}
