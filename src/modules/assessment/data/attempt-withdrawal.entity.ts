import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An attempt that its learner took back before anybody looked at it. */
@Entity('attempt_withdrawal')
export class AttemptWithdrawal {
  @PrimaryColumn('uuid', { name: 'attempt_id', primaryKeyConstraintName: 'attempt_withdrawal_pk' })
  @ForeignKey('attempt', 'id', { name: 'attempt_withdrawal_attempt_fk' })
  attemptId: string;

  @Column('uuid', { name: 'institution_id' })
  institutionId: string;

  @Column('uuid', { name: 'withdrawn_by' })
  withdrawnBy: string;

  @Column('timestamptz', { name: 'withdrawn_at' })
  withdrawnAt: Date;
}
