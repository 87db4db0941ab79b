import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A file of people to enrol: uploaded, checked, and perhaps confirmed. */
@Entity('enrollment_import')
@Index('enrollment_import_institution', ['institutionId', 'uploadedAt'])
@Check('enrollment_import_confirmed_whole', 'num_nonnulls(confirmed_by, confirmed_at) IN (0, 2)')
export class EnrollmentImport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrollment_import_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'enrollment_import_institution_fk' })
  institutionId: string;

  /** Of every row; `null` where each row names its own. */
  @Column('uuid', { name: 'offering_id', nullable: true })
  @ForeignKey('offering', 'id', { name: 'enrollment_import_offering_fk' })
  offeringId: string | null;

  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('uuid', { name: 'uploaded_by' })
  uploadedBy: string;

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt: Date;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;
}
