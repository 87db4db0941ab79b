import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A human. Belongs to no institution by itself: memberships say where they are seen. */
@Entity('person')
@Unique('person_email_key', ['email'])
export class Person {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pk' })
  id: string;

  /** As `normaliseEmail` spells it. `null` for who is known by other means. */
  @Column('text', { nullable: true })
  email: string | null;

  @Column('text')
  name: string;

  /** Argon2id in PHC form; `null` while only links can sign the person in. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  /** Runs this installation: may open institutions. Not a role inside one. */
  @Column('boolean')
  operator: boolean;

  /** BCP 47. */
  @Column('text')
  locale: string;

  /** IANA. */
  @Column('text', { name: 'time_zone' })
  timeZone: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'suspended_at', nullable: true })
  suspendedAt: Date | null;
}
