import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { JwtAlgorithm } from '../domain/key-algorithms.js';

/** Which VC-JWT forms an institution offers. No row: what is offered by default. */
@Entity('vc_jwt_setting')
export class VcJwtSetting {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'vc_jwt_setting_pk' })
  @ForeignKey('institution', 'id', { name: 'vc_jwt_setting_institution_fk' })
  institutionId: string;

  /** The first one is given to who asks for a JWT without saying which. */
  @Column('text', { array: true })
  algorithms: JwtAlgorithm[];

  @Column('integer')
  version: number;
}
