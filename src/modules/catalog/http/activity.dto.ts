import { ApiProperty } from '@nestjs/swagger';
import { Flag, Id, IdList, OneOf, Text, TextList, WebAddress, Whole } from '../../../platform/http/fields.js';
import { NestedVariant, oneOf } from '../../../platform/http/variants.js';
import { FileIdByPath } from './record-fields.js';
import { QUESTION_SHAPES, QuizBodyDto } from './quiz.dto.js';

export class PageBodyDto {
  @OneOf(['page'])
  kind: 'page';

  @Text({ max: 200_000, description: 'Markdown in the dialect of the author guide.' })
  markdown: string;

  @FileIdByPath({ maxEntries: 300, description: 'Pictures and files by the path the Markdown names them with.' })
  assets: Record<string, string>;

  @TextList({ maxItems: 30, max: 500 })
  objectives: string[];
}

export class VideoBodyDto {
  @OneOf(['video'])
  kind: 'video';

  @WebAddress({ description: 'As the browser shows it on YouTube or Vimeo; kept as the address of the player.' })
  url: string;

  @Text({ max: 200_000 })
  transcript: string;
}

export class FileBodyDto {
  @OneOf(['file'])
  kind: 'file';

  @Id({ description: 'Of a file uploaded with the purpose course-asset.' })
  fileId: string;

  @Text({ max: 20_000 })
  description: string;
}

export const BODY_SHAPES = { page: PageBodyDto, video: VideoBodyDto, file: FileBodyDto, quiz: QuizBodyDto };
export type ActivityBodyDto = PageBodyDto | VideoBodyDto | FileBodyDto | QuizBodyDto;

/** Declared by the controllers whose routes hold activities. */
export const ACTIVITY_MODELS = [...Object.values(BODY_SHAPES), ...Object.values(QUESTION_SHAPES)];

export class AddActivityDto {
  @Text({ min: 1, max: 200 })
  title: string;

  @Whole({ min: 0, max: 6_000, description: 'Estimated learner minutes.' })
  minutes: number;

  @Flag({ description: 'An optional activity never holds a course back.' })
  required: boolean;

  @NestedVariant('kind', BODY_SHAPES)
  body: ActivityBodyDto;

  @Whole({ min: 0, max: 1_000, optional: true, description: 'Counted from 0; last where it is left out.' })
  position?: number;
}

export class ChangeActivityDto {
  @Text({ min: 1, max: 200, optional: true })
  title?: string;

  @Whole({ min: 0, max: 6_000, optional: true })
  minutes?: number;

  @Flag({ optional: true })
  required?: boolean;

  @NestedVariant('kind', BODY_SHAPES, { optional: true, description: 'Replaces the whole body.' })
  body?: ActivityBodyDto;
}

export class ActivityOrderDto {
  @IdList({ maxItems: 1_000, description: 'Every activity of the course once, in the new order.' })
  activityIds: string[];
}

export class ActivitySummaryView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer', description: 'Counted from 0.' })
  position: number;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: Object.keys(BODY_SHAPES) })
  kind: string;

  @ApiProperty({ type: 'integer' })
  minutes: number;

  @ApiProperty()
  required: boolean;

  @ApiProperty({ type: 'integer' })
  version: number;
}

export class ActivityListView {
  @ApiProperty({ type: [ActivitySummaryView] })
  items: ActivitySummaryView[];
}

export class ActivityView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  courseId: string;

  @ApiProperty({ type: 'integer', description: 'Counted from 0.' })
  position: number;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer' })
  minutes: number;

  @ApiProperty()
  required: boolean;

  @ApiProperty(oneOf('kind', BODY_SHAPES))
  body: ActivityBodyDto;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

export class PagePreviewView {
  @ApiProperty({ description: 'Sanitised HTML as learners would see it. Links to activities are `./<id>`.' })
  html: string;

  @ApiProperty({ type: [String], description: 'Pictures that the page names and that are not there.' })
  missing: string[];
}
