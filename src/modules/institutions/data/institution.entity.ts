import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

export interface Accreditation {
  body: string;
  statement: string;
  url: string | null;
}

/** A tenant and issuer: a university or a division of one. */
@Entity('institution')
@Unique('institution_slug_key', ['slug'])
export class Institution {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'institution_pk' })
  id: string;

  /** Part of the issuer's DID, so it never changes. */
  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text')
  description: string;

  @Column('text', { nullable: true })
  url: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  /** ISO 3166-1 alpha-2. */
  @Column('text', { name: 'country_code', nullable: true })
  countryCode: string | null;

  @Column('text')
  language: string;

  @Column('text', { name: 'time_zone' })
  timeZone: string;

  @Column('jsonb')
  accreditation: Accreditation[];

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
