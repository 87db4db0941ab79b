import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An award from before Cairn that the office vouches for: what its credential stands on instead of a pass. */
@Entity('historic_award')
@Index('historic_award_once', ['personId', 'editionId'], { unique: true, where: 'replaces_id IS NULL' })
@Index('historic_award_row', ['rowId'])
@Unique('historic_award_replaces_key', ['replacesId'])
export class HistoricAward {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'historic_award_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'historic_award_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'row_id' })
  @ForeignKey('historic_import_row', 'id', { name: 'historic_award_row_fk' })
  rowId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', 'id', { name: 'historic_award_person_fk' })
  personId: string;

  @Column('uuid', { name: 'edition_id' })
  @ForeignKey('edition', 'id', { name: 'historic_award_edition_fk' })
  editionId: string;

  /** The award that was revoked and is given again by this one. */
  @Column('uuid', { name: 'replaces_id', nullable: true })
  @ForeignKey('historic_award', 'id', { name: 'historic_award_replaces_fk' })
  replacesId: string | null;

  /** Why it is given again; empty for a first award. Stays inside the institution. */
  @Column('text')
  reason: string;

  /** Whether the learner is written to. */
  @Column('boolean')
  letter: boolean;

  /** Who vouches for it. */
  @Column('uuid', { name: 'awarded_by' })
  awardedBy: string;

  /** When it was recorded here, not when it was earned. */
  @Column('timestamptz', { name: 'awarded_at' })
  awardedAt: Date;
}
