import { ApiProperty } from '@nestjs/swagger';
import { Whole } from '../../../platform/http/fields.js';
import { MOST_DAYS, RETENTION } from '../domain/retention.js';

const Days = ({ least, usual }: { least: number; usual: number }, what: string) =>
  Whole({ min: least, max: MOST_DAYS, nullable: true, description: `${what}. null: for ever. Usual: ${usual} days.` });

/** Days after which things go. */
export class RetentionDto {
  @Days(RETENTION.drafts, 'Drafts that were never handed in, of places that have ended, since they were last written in')
  drafts: number | null;

  @Days(RETENTION.uploads, 'Files that stand in no draft and no submission, since they were uploaded')
  uploads: number | null;

  @Days(RETENTION.notices, 'Notices, since they were told')
  notices: number | null;

  @Days(RETENTION.letters, 'Letters, since they were written')
  letters: number | null;

  @Days(RETENTION.sessions, 'Sessions, since they ended')
  sessions: number | null;

  @Days(RETENTION.invitations, 'Invitations, since they were accepted, taken back or ran out')
  invitations: number | null;
}

export class RetentionView extends RetentionDto {
  @ApiProperty({ type: 'integer', description: '0 while nothing was chosen.' })
  version: number;
}

export class RetentionForecastView {
  @ApiProperty({ type: 'integer' })
  drafts: number;

  @ApiProperty({ type: 'integer' })
  uploads: number;

  @ApiProperty({ type: 'integer' })
  notices: number;

  @ApiProperty({ type: 'integer' })
  letters: number;

  @ApiProperty({ type: 'integer' })
  sessions: number;

  @ApiProperty({ type: 'integer' })
  invitations: number;
}
