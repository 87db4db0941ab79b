import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What an edition lets one earn: the Open Badges Achievement, frozen with the first award. */
@Entity('achievement')
@Unique('achievement_edition_key', ['editionId'])
export class Achievement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'achievement_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'achievement_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'edition_id' })
  @ForeignKey('edition', 'id', { name: 'achievement_edition_fk' })
  editionId: string;

  /** The snapshot as JSON text. */
  @Column('text')
  document: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
