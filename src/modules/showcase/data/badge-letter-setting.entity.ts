import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Whether letters about badges enclose files. No row: they do. */
@Entity('badge_letter_setting')
export class BadgeLetterSetting {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'badge_letter_setting_pk' })
  @ForeignKey('institution', 'id', { name: 'badge_letter_setting_institution_fk' })
  institutionId: string;

  @Column('boolean', { name: 'encloses_files' })
  enclosesFiles: boolean;

  @Column('integer')
  version: number;
}
