import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A Bitstring Status List with its latest signed form. */
@Entity('status_list')
@Unique('status_list_number_key', ['institutionId', 'number'])
export class StatusList {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'status_list_pk' })
  id: string;

  @Column('uuid', { name: 'institution_id' })
  @ForeignKey('institution', 'id', { name: 'status_list_institution_fk' })
  institutionId: string;

  @Column('integer')
  number: number;

  @Column('text')
  purpose: string;

  /** Bits. */
  @Column('integer')
  size: number;

  /** Keys the permutation that hides the order of awards; hexadecimal. */
  @Column('text')
  seed: string;

  @Column('integer', { name: 'next_position' })
  nextPosition: number;

  /** Goes up with every change of a bit. */
  @Column('integer')
  version: number;

  /** The version that `signed` shows. */
  @Column('integer', { name: 'signed_version' })
  signedVersion: number;

  @Column('text')
  signed: string;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt: Date;
}
