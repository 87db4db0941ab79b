import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A page on which a learner shows chosen badges of one institution. */
@Entity('portfolio')
@Unique('portfolio_person_key', ['institutionId', 'personId'])
@Unique('portfolio_public_id_key', ['publicId'])
export class Portfolio {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'portfolio_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'portfolio_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', 'id', { name: 'portfolio_person_fk' })
  personId: string;

  /** Unguessable: part of the public address. */
  @Column('text', { name: 'public_id' })
  publicId: string;

  @Column('text')
  title: string;

  @Column('text')
  introduction: string;

  @Column('boolean', { name: 'show_name' })
  showName: boolean;

  @Column('boolean')
  published: boolean;

  /** In the order in which they are shown. */
  @Column('jsonb', { name: 'credential_ids' })
  credentialIds: string[];

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
