import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Text } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';

export class KeepNoteDto {
  @Text({ max: 20_000, description: 'Markdown; empty: no note.' })
  text: string;
}

export class NoteView {
  @ApiProperty()
  text: string;

  @ApiProperty({ type: 'integer', description: 'For If-Match, as "v0" before the first.' })
  version: number;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  updatedAt: string | null;
}

export class NotesQueryDto extends PageQuery {
  @ApiPropertyOptional({ type: 'string', maxLength: 200, description: 'Words that the notes hold, whatever their case.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}

export class PlacedNoteView {
  @ApiProperty({ format: 'uuid' })
  enrollmentId: string;

  @ApiProperty({ format: 'uuid' })
  activityId: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  @ApiProperty()
  microCredential: string;

  @ApiProperty({ type: 'string', nullable: true })
  course: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'null: your edition has the activity no more.' })
  activity: string | null;
}
