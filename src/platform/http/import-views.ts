import { ApiProperty } from '@nestjs/swagger';

/** What can be said of any file of rows that is checked first, and carried out once somebody confirmed it. */
export class FileImportView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  fileName: string;

  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty({ format: 'date-time' })
  uploadedAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  confirmedAt: string | null;
}

class RowProblemView {
  @ApiProperty({ description: 'The column; empty for the row as a whole.' })
  field: string;

  @ApiProperty()
  code: string;

  @ApiProperty({ description: 'What to do.' })
  detail: string;
}

/** A row about a person. */
export class FileRowView {
  @ApiProperty({ type: 'integer', description: 'Of the file, where the row begins; the first line is 1.' })
  line: number;

  @ApiProperty({ type: [RowProblemView] })
  problems: RowProblemView[];

  @ApiProperty({ type: 'string', nullable: true, description: 'As it is kept; `null` for a row that cannot be used.' })
  email: string | null;
}
