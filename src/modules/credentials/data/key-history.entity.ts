import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The signed history of an institution's keys, as it is published. */
@Entity('signing_key_history')
export class KeyHistory {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'signing_key_history_pk' })
  @ForeignKey('institution', 'id', { name: 'signing_key_history_institution_fk' })
  institutionId: string;

  /** One more for each change of a key. */
  @Column('integer')
  version: number;

  /** The version that `signed` tells of. */
  @Column('integer', { name: 'signed_version' })
  signedVersion: number;

  /** The exact bytes; `null` until it was signed for the first time. */
  @Column('text', { nullable: true })
  signed: string | null;
}
