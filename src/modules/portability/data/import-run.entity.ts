import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ImportOutcome, ImportReport, ImportState } from '../material/import-run.js';

/** One package of course material: uploaded, looked at, and perhaps made into courses. */
@Entity('import_run')
@Index('import_run_institution', ['institutionId', 'createdAt'])
@Check('import_run_state_known', "state IN ('uploaded', 'checked', 'refused', 'applied')")
export class ImportRun {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_run_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'import_run_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'file_id' })
  @ForeignKey('stored_file', 'id', { name: 'import_run_file_fk' })
  fileId: string;

  @Column('text')
  state: ImportState;

  @Column('jsonb', { nullable: true })
  report: ImportReport | null;

  @Column('jsonb', { nullable: true })
  outcome: ImportOutcome | null;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt: Date | null;

  @Column('timestamptz', { name: 'applied_at', nullable: true })
  appliedAt: Date | null;
}
