import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a learner's services know of them beyond their name: the Open Badges Profile that was last put here. */
@Entity('backpack_profile')
export class BackpackProfile {
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'backpack_profile_pk' })
  @ForeignKey('institution', 'id', { name: 'backpack_profile_institution_fk' })
  institutionId: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'backpack_profile_pk' })
  @ForeignKey('person', 'id', { name: 'backpack_profile_person_fk' })
  personId: string;

  @Column('text')
  document: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
