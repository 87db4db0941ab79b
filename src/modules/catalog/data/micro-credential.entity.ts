import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { MicroCredentialDraft } from '../domain/micro-credential.js';

/** What authors edit; learners only ever meet its editions. */
@Entity('micro_credential')
@Unique('micro_credential_slug_key', ['institutionId', 'slug'])
@Index('micro_credential_institution', ['institutionId', 'createdAt'])
export class MicroCredential {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'micro_credential_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'micro_credential_institution_fk' })
  institutionId: string;

  /** Its part of the public address: follows the title until the first edition, and never changes after. */
  @Column('text')
  slug: string;

  /** The draft's title again, for lists. */
  @Column('text')
  title: string;

  @Column('jsonb')
  draft: MicroCredentialDraft;

  /** Of the draft, its editions and its retirement: whatever its view shows. */
  @Column('integer')
  version: number;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;
}
