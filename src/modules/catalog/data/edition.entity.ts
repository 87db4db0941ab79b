import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CatalogueCard } from '../domain/catalogue-card.js';
import type { EditionContent } from '../domain/edition.js';

/** An immutable published version: the table refuses changes, whoever asks. */
@Entity('edition')
@Unique('edition_number_key', ['microCredentialId', 'number'])
@Index('edition_institution', ['institutionId', 'publishedAt'])
export class EditionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'edition_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'edition_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'micro_credential_id' })
  @ForeignKey('micro_credential', 'id', { name: 'edition_micro_credential_fk' })
  microCredentialId: string;

  /** 1, 2, 3, … for each micro-credential. */
  @Column('integer')
  number: number;

  @Column('text')
  title: string;

  @Column('jsonb')
  content: EditionContent;

  @Column('jsonb')
  card: CatalogueCard;

  /** What changed, for colleagues. */
  @Column('text', { name: 'change_note' })
  changeNote: string;

  @Column('uuid', { name: 'published_by' })
  publishedBy: string;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt: Date;
}
