import { ApiProperty } from '@nestjs/swagger';
import { Flag, Id, OneOf } from '../../../platform/http/fields.js';
import { FileImportView, FileRowView } from '../../../platform/http/import-views.js';
import { PageQuery } from '../../../platform/http/paging.js';
import { IMPORT_ROW_STATES, type ImportRowState } from '../domain/import-row-state.js';

const STATES = ['checked', 'running', 'finished'] as const;

export class UploadEnrollmentQuery {
  @Id({ optional: true, description: 'Of every row; otherwise a column `offering` names it, by its title or id.' })
  offeringId?: string;
}

export class EnrollmentImportQuery extends PageQuery {
  @Id({ optional: true, description: 'Files that were uploaded for this offering.' })
  offeringId?: string;
}

export class EnrollmentImportRowQuery extends PageQuery {
  @OneOf(IMPORT_ROW_STATES, { optional: true })
  state?: ImportRowState;
}

export class ConfirmEnrollmentImportDto {
  @Flag({ optional: true, description: 'Enrol the good rows of a file that has bad ones too; otherwise such a file is refused.' })
  leaveOutBadRows?: boolean;
}

export class EnrollmentImportCounts {
  @ApiProperty({ type: 'integer', description: 'Cannot be used.' })
  bad: number;

  @ApiProperty({ type: 'integer', description: 'Have a place in the offering already: nothing changes for them.' })
  already: number;

  @ApiProperty({ type: 'integer', description: 'Would get a seat, as things stood when the file was checked.' })
  seat: number;

  @ApiProperty({ type: 'integer', description: 'Would have to wait, as things stood when the file was checked.' })
  waitlist: number;

  @ApiProperty({ type: 'integer', description: 'Confirmed, and still to be done.' })
  working: number;

  @ApiProperty({ type: 'integer' })
  enrolled: number;

  @ApiProperty({ type: 'integer' })
  waitlisted: number;

  @ApiProperty({ type: 'integer', description: 'Not enrolled, for the reason that the row tells.' })
  refused: number;
}

export class EnrollmentImportView extends FileImportView {
  @ApiProperty({ enum: STATES, description: 'Nobody is enrolled while it is only `checked`.' })
  state: (typeof STATES)[number];

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'Of every row; null where each names its own.' })
  offeringId: string | null;

  @ApiProperty()
  counts: EnrollmentImportCounts;
}

export class EnrollmentImportRowView extends FileRowView {
  @ApiProperty({ enum: IMPORT_ROW_STATES })
  state: ImportRowState;

  @ApiProperty({ type: 'string', nullable: true })
  name: string | null;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  offeringId: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Why it was refused.' })
  reason: string | null;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'The place that it became.' })
  enrollmentId: string | null;
}
