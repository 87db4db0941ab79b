import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LinkPurpose } from '../domain/sign-in-link.js';
import { Person } from './person.entity.js';

/** A link that works once, for one purpose. */
@Entity('sign_in_link')
@Index('sign_in_link_person', ['personId'])
export class SignInLink {
  @PrimaryColumn('text', { name: 'token_hash', primaryKeyConstraintName: 'sign_in_link_pk' })
  tokenHash: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey(() => Person, { name: 'sign_in_link_person_fk' })
  personId: string;

  @Column('text')
  purpose: LinkPurpose;

  /** The new address that the link confirms; only for that purpose. */
  @Column('text', { nullable: true })
  email: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
