import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A file of awards from before Cairn: uploaded, checked, and perhaps confirmed by the office. */
@Entity('historic_import')
@Index('historic_import_institution', ['institutionId', 'uploadedAt'])
@Check('historic_import_confirmed_whole', 'num_nonnulls(confirmed_by, confirmed_at, letters) IN (0, 3)')
export class HistoricImport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'historic_import_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'historic_import_institution_fk' })
  institutionId: string;

  @Column('text', { name: 'file_name' })
  fileName: string;

  /** Lower-case hexadecimal. */
  @Column('text', { name: 'file_sha256' })
  fileSha256: string;

  @Column('uuid', { name: 'uploaded_by' })
  uploadedBy: string;

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt: Date;

  /** Who vouches for its awards. */
  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  /** Whether its learners are written to; `null` until it is confirmed. */
  @Column('boolean', { nullable: true })
  letters: boolean | null;
}
