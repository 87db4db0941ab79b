import { ApiProperty } from '@nestjs/swagger';
import { Flag, OneOf } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';
import { NOTICE_KIND_NAMES, type NoticeKind } from '../../../platform/notices/notice-kinds.js';

export class NoticesQueryDto extends PageQuery {
  @OneOf(['all', 'unread'], { optional: true })
  show?: 'all' | 'unread';
}

export class NoticeView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: NOTICE_KIND_NAMES })
  kind: NoticeKind;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  enrollmentId: string | null;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  offeringId: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'The title of what it is about.' })
  microCredential: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  offering: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What the kind needs to be told.' })
  particulars: Record<string, unknown>;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  readAt: string | null;
}

export class UnreadNoticesView {
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100, description: '100: that many or more.' })
  unread: number;

  @ApiProperty({ type: 'integer', description: 'Makes the ETag.' })
  version: number;
}

export class ChooseNoticesDto {
  @Flag()
  inProduct: boolean;

  @Flag()
  byMail: boolean;
}

export class NoticePreferenceView {
  @ApiProperty({ enum: NOTICE_KIND_NAMES })
  kind: NoticeKind;

  @ApiProperty()
  inProduct: boolean;

  @ApiProperty()
  byMail: boolean;
}

export class NoticePreferencesView {
  @ApiProperty({ type: [NoticePreferenceView], description: 'Of the kinds that concern your roles.' })
  items: NoticePreferenceView[];
}
