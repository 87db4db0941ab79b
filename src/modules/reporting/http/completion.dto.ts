import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Id, Moment } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';

export class CompletionFilterDto {
  @Id({ optional: true, description: 'Of this offering only.' })
  offeringId?: string;

  @Moment({ optional: true, description: 'Completed at this moment or later.' })
  from?: string;

  @Moment({ optional: true, description: 'Completed before this moment.' })
  to?: string;
}

export class CompletionQuery extends IntersectionType(PageQuery, CompletionFilterDto) {}

export class CompletionPersonView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'string', nullable: true })
  email: string | null;
}

export class CompletionEditionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ description: 'The micro-credential, as this edition calls it.' })
  title: string;
}

export class CompletionOfferingView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  title: string;
}

export class CompletionWorkloadView {
  @ApiProperty({ type: 'number', nullable: true })
  hours: number | null;

  @ApiProperty({ type: 'number', nullable: true, description: 'European credits.' })
  ects: number | null;

  @ApiProperty({ type: 'number', nullable: true, description: 'Continuing education units.' })
  ceu: number | null;
}

export class CompletionCredentialView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Where anybody can see and check it.' })
  url: string;

  @ApiProperty({ enum: ['issued', 'suspended', 'revoked', 'superseded', 'expired'] })
  state: string;
}

export class CompletionView {
  @ApiProperty({ format: 'uuid' })
  enrollmentId: string;

  @ApiProperty()
  person: CompletionPersonView;

  @ApiProperty()
  edition: CompletionEditionView;

  @ApiProperty()
  offering: CompletionOfferingView;

  @ApiProperty({ format: 'date-time', description: 'When a final pass completed the enrolment.' })
  completedAt: string;

  @ApiProperty({ format: 'date-time', description: 'When the verdict that stands was given: later, if it is a correction.' })
  verdictAt: string;

  @ApiProperty({ description: 'What the edition says it takes.' })
  workload: CompletionWorkloadView;

  @ApiProperty({
    type: CompletionCredentialView,
    nullable: true,
    description: 'The badge of this edition: the live one, or else the newest.',
  })
  credential: CompletionCredentialView | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Why there is no badge: `issuing`, `set-aside`, or the reason it was withheld for. null where there is one.',
  })
  withoutCredential: string | null;
}
