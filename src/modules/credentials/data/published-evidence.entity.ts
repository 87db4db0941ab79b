import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A link or file of a learner's work that a badge names as evidence. Its address stays the badge's; what is behind it can be withdrawn. */
@Entity('published_evidence')
@Unique('published_evidence_public_id_key', ['publicId'])
@Index('published_evidence_credential', ['credentialId'])
@Check('published_evidence_one_thing', '(url IS NULL) <> (file_id IS NULL)')
export class PublishedEvidence {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'published_evidence_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'published_evidence_institution_fk' })
  institutionId: string;

  /** Unguessable: part of the public address. */
  @Column('text', { name: 'public_id' })
  publicId: string;

  /** Also of its intent, which comes first. */
  @Column('uuid', { name: 'credential_id' })
  @ForeignKey('credential_intent', 'id', { name: 'published_evidence_intent_fk' })
  credentialId: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  url: string | null;

  @Column('uuid', { name: 'file_id', nullable: true })
  @ForeignKey('stored_file', 'id', { name: 'published_evidence_file_fk' })
  fileId: string | null;

  /** Of the file as it was assessed, lower-case hexadecimal. */
  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt: Date;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
}
