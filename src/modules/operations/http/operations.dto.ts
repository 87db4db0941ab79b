import { ApiProperty } from '@nestjs/swagger';
import { JOB_NAMES, type JobName } from '../../../platform/queue/job-names.js';
import { QUEUES, type QueueName } from '../../../platform/queue/job.js';
import { DUTY_NAMES, type DutyName } from '../domain/duty-names.js';

export class HealthCheckView {
  @ApiProperty({ description: 'What was tried, such as `storage`.' })
  what: string;

  @ApiProperty()
  ok: boolean;

  @ApiProperty({ description: 'What was found, for who runs the installation; empty for others.' })
  found: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'What to do, for who runs the installation.' })
  advice: string | null;
}

export class QueueStateView {
  @ApiProperty({ enum: QUEUES })
  queue: QueueName;

  @ApiProperty({ type: 'integer', description: 'Due, and not handed to the queue yet.' })
  waiting: number;

  @ApiProperty({ type: 'integer', description: 'In the queue, or being done.' })
  underWay: number;

  @ApiProperty({ type: 'integer', description: 'To be done, or tried again, later.' })
  later: number;

  @ApiProperty({ type: 'integer', description: 'Given up; somebody has to look at it.' })
  setAside: number;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  oldestDueAt: string | null;
}

export class DutyRunView {
  @ApiProperty({ enum: DUTY_NAMES })
  name: DutyName;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @ApiProperty({ format: 'date-time' })
  finishedAt: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'What went wrong, for who runs the installation.' })
  error: string | null;
}

export class ActiveKeyView {
  @ApiProperty()
  algorithm: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class HealthView {
  @ApiProperty({ description: 'You run this installation: all institutions are counted. Otherwise yours alone.' })
  isOperator: boolean;

  @ApiProperty({ format: 'date-time' })
  checkedAt: string;

  @ApiProperty({ type: [HealthCheckView] })
  checks: HealthCheckView[];

  @ApiProperty({ type: [QueueStateView] })
  queues: QueueStateView[];

  @ApiProperty({ type: [DutyRunView], description: 'When the scheduler last did each of its duties.' })
  duties: DutyRunView[];

  @ApiProperty({ type: [ActiveKeyView], description: 'Signing keys of your institution that are in use.' })
  keys: ActiveKeyView[];

  @ApiProperty({ type: 'integer', nullable: true, description: 'The size of the database, for who runs the installation.' })
  databaseBytes: number | null;
}

export class DeadLetterView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  institutionId: string;

  @ApiProperty({
    type: 'string',
    enum: JOB_NAMES,
    nullable: true,
    description: 'What was to be done; `null`: something that only an earlier version could do.',
  })
  job: JobName | null;

  @ApiProperty({ type: 'integer' })
  attempts: number;

  @ApiProperty({ format: 'date-time' })
  deadAt: string;

  @ApiProperty({ description: 'What went wrong last.' })
  reason: string;
}
