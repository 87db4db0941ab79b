import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AwardOnFile, RowProblem } from '../domain/historic-row.js';

/** What became of a row: `held` is somebody who has the credential, or had it, already. */
export type HistoricOutcome = 'awarded' | 'held' | 'withheld';

/** One row of a file of awards, as it was checked. */
@Entity('historic_import_row')
@Unique('historic_import_row_line_key', ['importId', 'line'])
@Index('historic_import_row_waiting', ['importId'], { where: '((award IS NOT NULL) AND (outcome IS NULL))' })
@Check('historic_import_row_outcome_known', "outcome IN ('awarded', 'held', 'withheld')")
@Check('historic_import_row_good_or_bad', "(award IS NULL) = (problems <> '[]')")
export class HistoricImportRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'historic_import_row_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'historic_import_row_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'import_id' })
  @ForeignKey('historic_import', 'id', { name: 'historic_import_row_import_fk' })
  importId: string;

  /** Of the file, where the row begins; the header is line 1. */
  @Column('integer')
  line: number;

  /** `null` for a row that cannot be used. */
  @Column('jsonb', { nullable: true })
  award: AwardOnFile | null;

  @Column('jsonb')
  problems: RowProblem[];

  /** `null` until the worker came to it. */
  @Column('text', { nullable: true })
  outcome: HistoricOutcome | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  @ForeignKey('person', 'id', { name: 'historic_import_row_person_fk' })
  personId: string | null;
}
