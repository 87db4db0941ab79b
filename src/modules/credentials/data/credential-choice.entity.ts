import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { CredentialChoices } from '../domain/credential-choices.js';

/** What a learner chose that a badge may say, at one time. The latest counts; the earlier ones are its history. */
@Entity('credential_choice')
@Unique('credential_choice_version_key', ['enrollmentId', 'version'])
export class CredentialChoice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'credential_choice_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'credential_choice_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'enrollment_id' })
  @ForeignKey('enrollment', 'id', { name: 'credential_choice_enrollment_fk' })
  enrollmentId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', 'id', { name: 'credential_choice_person_fk' })
  personId: string;

  /** 1, 2, 3 … without gaps. */
  @Column('integer')
  version: number;

  @Column('jsonb')
  choices: CredentialChoices;

  @Column('timestamptz', { name: 'chosen_at' })
  chosenAt: Date;
}
