import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

export interface Accreditation {
  body: string;
  statement: string;
  url: string | null;
}

/** A number or code by which registries know the institution. */
export interface OrganizationIdentifier {
  identifier: string;
  /** An Open Badges identifier type, or `ext:…` such as `ext:ROR` (OB 3.0 §B.1.11). */
  identifierType: string;
}

export interface ParentOrganization {
  name: string;
  url: string;
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

  /** Where in the country it is. */
  @Column('text', { nullable: true })
  region: string | null;

  /** Its logo or seal, on its own site. */
  @Column('text', { name: 'image_url', nullable: true })
  imageUrl: string | null;

  @Column('jsonb')
  identifiers: OrganizationIdentifier[];

  @Column('jsonb', { name: 'parent_organization', nullable: true })
  parentOrganization: ParentOrganization | null;

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
