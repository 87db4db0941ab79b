import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** How often a credential's page was opened on a day, by one way. Nothing about who looked. */
@Entity('credential_view_count')
@Index('credential_view_count_day', ['day'])
export class CredentialViewCount {
  @PrimaryColumn('uuid', { name: 'credential_id', primaryKeyConstraintName: 'credential_view_count_pk' })
  @ForeignKey('credential', 'id', { name: 'credential_view_count_credential_fk' })
  credentialId: string;

  /** `page`, or the id of a share link. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'credential_view_count_pk' })
  way: string;

  /** `2026-03-01`, in UTC. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'credential_view_count_pk' })
  day: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'credential_view_count_institution_fk' })
  institutionId: string;

  @Column('integer')
  views: number;
}
