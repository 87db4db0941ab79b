import { ApiProperty } from '@nestjs/swagger';
import { Flag, OneOf, OneOfList, Text } from '../../../platform/http/fields.js';
import { FileImportView, FileRowView } from '../../../platform/http/import-views.js';
import { PageQuery } from '../../../platform/http/paging.js';
import { SHOWABLE, type Showable } from '../domain/historic-row.js';

const STATES = ['checked', 'running', 'finished'] as const;
const ROW_STATES = ['bad', 'ready', 'issuing', 'issued', 'held', 'withheld'] as const;
const CREDENTIAL_STATES = ['issued', 'suspended', 'revoked', 'superseded', 'expired'] as const;

export class ConfirmHistoricImportDto {
  @Flag({ optional: true, description: 'Award the good rows of a file that has bad ones too; otherwise such a file is refused.' })
  leaveOutBadRows?: boolean;

  @Flag({
    optional: true,
    description:
      'Write to the learners: of their badge, and of their account where it is new. If left out, nobody is written to.',
  })
  letters?: boolean;
}

export class AwardAgainDto {
  @Text({ min: 1, max: 2_000, description: 'Stays inside the institution.' })
  reason: string;

  @Flag({ optional: true, description: 'Write to the learner.' })
  letter?: boolean;

  @OneOfList(SHOWABLE, {
    maxItems: SHOWABLE.length,
    optional: true,
    description: 'What the learner agreed to have shown, if it is no longer what the file says.',
  })
  show?: Showable[];
}

export class HistoricRowQuery extends PageQuery {
  @OneOf(ROW_STATES, { optional: true })
  state?: (typeof ROW_STATES)[number];
}

export class HistoricImportCounts {
  @ApiProperty({ type: 'integer', description: 'Cannot be used.' })
  bad: number;

  @ApiProperty({ type: 'integer', description: 'Can be awarded, and nothing has become of them yet.' })
  waiting: number;

  @ApiProperty({ type: 'integer', description: 'Are being signed.' })
  issuing: number;

  @ApiProperty({ type: 'integer' })
  issued: number;

  @ApiProperty({
    type: 'integer',
    description:
      'The learner has, or had, the credential already, and gets no second one. While the file is `checked`: as far as it is known by then.',
  })
  held: number;

  @ApiProperty({ type: 'integer', description: 'Not issued, for the reason that the row tells.' })
  withheld: number;
}

export class HistoricImportView extends FileImportView {
  @ApiProperty({ enum: STATES, description: 'Nothing is awarded while it is only `checked`.' })
  state: (typeof STATES)[number];

  @ApiProperty({ description: 'SHA-256 of the file, in hexadecimal.' })
  fileSha256: string;

  @ApiProperty()
  counts: HistoricImportCounts;

  @ApiProperty({ type: 'boolean', nullable: true, description: 'Whether learners are written to.' })
  letters: boolean | null;
}

export class HistoricRowCredential {
  @ApiProperty({ format: 'uuid', description: 'Of its newest form.' })
  id: string;

  @ApiProperty()
  url: string;

  @ApiProperty({ enum: CREDENTIAL_STATES })
  state: (typeof CREDENTIAL_STATES)[number];
}

export class HistoricRowView extends FileRowView {
  @ApiProperty({ enum: ROW_STATES })
  state: (typeof ROW_STATES)[number];

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  editionId: string | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  awardedOn: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Of the office.' })
  reference: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Why it is held or withheld.' })
  reason: string | null;

  @ApiProperty({ type: HistoricRowCredential, nullable: true })
  credential: HistoricRowCredential | null;
}
