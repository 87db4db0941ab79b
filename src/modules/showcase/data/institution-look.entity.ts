import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Look } from '../domain/look.js';

/** How an institution's certificates look, from one moment to the next. A certificate keeps the look of the moment of its issuing. */
@Entity('institution_look')
@Unique('institution_look_version_key', ['institutionId', 'version'])
export class InstitutionLook {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'institution_look_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'institution_look_institution_fk' })
  institutionId: string;

  /** 1 for the first, one more for each that follows. */
  @Column('integer')
  version: number;

  @Column('jsonb')
  look: Look;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
