import { ApiProperty } from '@nestjs/swagger';
import { ARCHIVE_PROBLEMS, type ArchiveProblemCode } from '../archive/package-files.js';
import { REPORT_CODES, type ReportCode } from '../material/package.js';

export class ImportLineView {
  @ApiProperty({ enum: ['error', 'warning', 'info'] })
  severity: 'error' | 'warning' | 'info';

  @ApiProperty()
  file: string;

  @ApiProperty({ type: 'integer', nullable: true })
  line: number | null;

  @ApiProperty({ enum: Object.keys(REPORT_CODES), description: 'What was met.' })
  code: ReportCode;

  @ApiProperty({ description: 'Which one, or how many.' })
  detail: string;
}

export class ArchiveProblemView {
  @ApiProperty({ enum: Object.keys(ARCHIVE_PROBLEMS) })
  code: ArchiveProblemCode;

  @ApiProperty({ type: 'string', nullable: true })
  entry: string | null;

  @ApiProperty()
  detail: string;
}

export class ImportedCourseView {
  @ApiProperty({ description: 'The folder’s name.' })
  key: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer' })
  activities: number;

  @ApiProperty({ type: 'integer' })
  minutes: number;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'Once it is applied.' })
  courseId: string | null;
}

export class ImportView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['uploaded', 'checked', 'refused', 'applied'] })
  state: 'uploaded' | 'checked' | 'refused' | 'applied';

  @ApiProperty({ type: [ArchiveProblemView] })
  archive: ArchiveProblemView[];

  @ApiProperty({ type: [ImportLineView] })
  lines: ImportLineView[];

  @ApiProperty({ type: [ImportedCourseView] })
  courses: ImportedCourseView[];

  @ApiProperty({ type: 'string', nullable: true, description: 'Its title.' })
  microCredential: string | null;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  microCredentialId: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}
