import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CredentialState } from '../domain/credential-state.js';
import type { Visibility } from '../domain/visibility.js';

/** One signed form of an award to one person. A newer form of the same `publicId` supersedes it; its bytes are kept. A trigger holds it to its intent. */
@Entity('credential')
@Unique('credential_form_key', ['publicId', 'form'])
@Index('credential_live_key', ['personId', 'editionId'], {
  unique: true,
  where: "state = ANY (ARRAY['issued'::text, 'suspended'::text])",
})
@Index('credential_institution', ['institutionId', 'issuedAt'])
@Index('credential_person', ['personId', 'issuedAt'])
@Index('credential_edition', ['editionId', 'issuedAt'])
@Index('credential_enrollment', ['enrollmentId', 'institutionId', 'state', 'issuedAt'])
@Check('credential_state_known', "state IN ('issued', 'suspended', 'revoked', 'superseded', 'expired')")
@Check('credential_visibility_known', "visibility IN ('public', 'link', 'private')")
export class Credential {
  /** The id of its intent. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'credential_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @Column('text', { name: 'public_id' })
  publicId: string;

  /** 1 for the form that was issued first, one more for each that superseded it. */
  @Column('integer', { default: 1 })
  form: number;

  /** `null` for an award from before Cairn. */
  @Column('uuid', { name: 'enrollment_id', nullable: true })
  enrollmentId: string | null;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('uuid', { name: 'edition_id' })
  editionId: string;

  @Column('text')
  state: CredentialState;

  /** The exact signed bytes. */
  @Column('text')
  signed: string;

  @Column('text', { name: 'signed_sha256' })
  signedSha256: string;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  /** Who may see it; the learner's choice. */
  @Column('text', { default: 'link' })
  visibility: Visibility;
}
