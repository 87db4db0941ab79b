import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A badge of another issuer that a learner's service brought here, as it was signed. */
@Entity('backpack_credential')
@Unique('backpack_credential_key', ['institutionId', 'personId', 'issuer', 'credentialId'])
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

  /** JSON as it was read: the same members and values in the same order, and so what was signed. */
  @Column('text')
  signed: string;

  @Column('timestamptz', { name: 'stored_at' })
  storedAt: Date;
}
