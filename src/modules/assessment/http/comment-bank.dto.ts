import { ApiProperty } from '@nestjs/swagger';
import { Flag, OneOf, Text } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';
import { COMMENT_SCOPES, type CommentScope } from '../domain/kept-comment.js';

export class CommentBankQuery extends PageQuery {
  @Text({ optional: true, min: 1, max: 100, description: 'Leaves out what is kept for other criteria.' })
  criterionId?: string;

  @Text({ optional: true, max: 200, description: 'Words in it.' })
  q?: string;
}

export class KeepCommentDto {
  @Text({ min: 1, max: 20_000, description: 'Markdown.' })
  text: string;

  @OneOf(COMMENT_SCOPES, { description: 'Where it is offered.' })
  scope: CommentScope;

  @Text({ optional: true, min: 1, max: 100, description: 'With the scope `criterion`.' })
  criterionId?: string;

  @Flag({ description: 'Offered to everybody who assesses the micro-credential.' })
  shared: boolean;
}

export class ChangeKeptCommentDto {
  @Text({ min: 1, max: 20_000, description: 'Markdown.' })
  text: string;

  @Flag({ description: 'Offered to everybody who assesses the micro-credential.' })
  shared: boolean;
}

export class KeptCommentView {
  @ApiProperty({ type: 'string', format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'string', description: 'Markdown.' })
  text: string;

  @ApiProperty({ enum: COMMENT_SCOPES })
  scope: CommentScope;

  @ApiProperty({ type: 'string', nullable: true })
  criterionId: string | null;

  @ApiProperty({ type: 'boolean' })
  shared: boolean;

  @ApiProperty({ type: 'boolean', description: 'Yours: to be changed and removed.' })
  own: boolean;

  @ApiProperty({ type: 'string', nullable: true, description: 'Who shares it; null for your own.' })
  authorName: string | null;

  @ApiProperty({ type: 'integer', description: 'How often it was put into a text.' })
  uses: number;

  @ApiProperty({ type: 'integer' })
  version: number;
}
