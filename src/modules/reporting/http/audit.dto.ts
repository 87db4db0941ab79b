import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Id, Moment, OneOf } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';
import { AUDIT_KINDS, type AuditKind } from '../domain/audit.js';

export class AuditFilterDto {
  @OneOf(AUDIT_KINDS, { optional: true })
  kind?: AuditKind;

  @Id({ optional: true, description: 'Who did it, or whom it is about.' })
  personId?: string;

  @Moment({ optional: true, description: 'At this moment or later.' })
  from?: string;

  @Moment({ optional: true, description: 'Before this moment.' })
  to?: string;
}

export class AuditQuery extends IntersectionType(PageQuery, AuditFilterDto) {}

export class AuditPersonView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'string', nullable: true, description: '`null` for somebody who is no member any more.' })
  name: string | null;
}

export class AuditSubjectView {
  @ApiProperty({ description: 'What kind of thing it is about, such as `enrollment`.' })
  type: string;

  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Of its offering, edition, micro-credential or course, as it is called now.',
  })
  title: string | null;
}

export class AuditEventView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'What happened, in the past tense: `enrollment.withdrawn`.' })
  type: string;

  @ApiProperty({ format: 'date-time' })
  occurredAt: string;

  @ApiProperty({ type: AuditPersonView, nullable: true, description: 'Who did it; null where Cairn did it by itself.' })
  actor: AuditPersonView | null;

  @ApiProperty({ type: AuditPersonView, nullable: true, description: 'Whom it is about, where it is about somebody.' })
  person: AuditPersonView | null;

  @ApiProperty()
  subject: AuditSubjectView;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Ids and facts; what they are depends on the type.' })
  particulars: Record<string, unknown>;
}
