import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { BadgeDesign } from '../domain/badge-design.js';

/** A badge that was drawn here: its design, its lines, and the file of its pixels. Never changed; another design is another drawing. */
@Entity('badge_drawing')
@Unique('badge_drawing_file_key', ['fileId'])
@Unique('badge_drawing_edition_key', ['editionId'])
export class BadgeDrawing {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'badge_drawing_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'badge_drawing_institution_fk' })
  institutionId: string;

  /** The PNG. */
  @Column('uuid', { name: 'file_id' })
  @ForeignKey('stored_file', 'id', { name: 'badge_drawing_file_fk' })
  fileId: string;

  /** Set when it is the default of an edition without a picture of its own. */
  @Column('uuid', { name: 'edition_id', nullable: true })
  @ForeignKey('edition', 'id', { name: 'badge_drawing_edition_fk' })
  editionId: string | null;

  @Column('jsonb')
  design: BadgeDesign;

  @Column('text')
  svg: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
