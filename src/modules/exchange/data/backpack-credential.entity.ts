import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** In which of the two forms of OB 3.0 (§8) it is signed. */
export type SignedForm = 'json' | 'jws';

/** A badge of another issuer that a learner's service brought here, as it was signed. */
@Entity('backpack_credential')
@Unique('backpack_credential_key', ['institutionId', 'personId', 'issuer', 'credentialId'])
@Check('backpack_credential_form_known', "form IN ('json', 'jws')")
export class BackpackCredential {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'backpack_credential_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'backpack_credential_institution_fk' })
  institutionId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey('person', 'id', { name: 'backpack_credential_person_fk' })
  personId: string;

  @Column('text')
  issuer: string;

  @Column('text', { name: 'credential_id' })
  credentialId: string;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom: Date;

  /** JSON as it was read: the same members and values in the same order, and so what was signed. Or the token, letter by letter. */
  @Column('text')
  signed: string;

  @Column('text')
  form: SignedForm;

  @Column('timestamptz', { name: 'stored_at' })
  storedAt: Date;
}
