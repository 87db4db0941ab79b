import { ApiProperty } from '@nestjs/swagger';
import { NextUpView, PlaceView, UNLOCK_STATES } from '../../learning/index.js';

export const PROJECT_STANDINGS = ['none', 'submitted', 'returned', 'passed', 'failed'] as const;

export class MyNextView extends NextUpView {
  @ApiProperty({ description: 'Of the activity, or of the project.' })
  title: string;

  @ApiProperty({ type: 'integer' })
  minutes: number;

  @ApiProperty({ type: 'string', nullable: true })
  courseTitle: string | null;
}

export class MyProjectView {
  @ApiProperty()
  title: string;

  @ApiProperty({ enum: UNLOCK_STATES })
  state: (typeof UNLOCK_STATES)[number];

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  dueAt: string | null;

  @ApiProperty({ enum: PROJECT_STANDINGS, description: 'What became of the last attempt that was not taken back.' })
  standing: (typeof PROJECT_STANDINGS)[number];

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'Since when; null with none.' })
  since: string | null;
}

export class MyJourneyView extends PlaceView {
  @ApiProperty({ format: 'uuid' })
  microCredentialId: string;

  @ApiProperty({ description: 'Of the micro-credential.' })
  title: string;

  @ApiProperty({ type: MyNextView, nullable: true })
  next: MyNextView | null;

  @ApiProperty()
  project: MyProjectView;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  lastActivityAt: string | null;
}

export class MyJourneysView {
  @ApiProperty({ type: [MyJourneyView], description: 'Newest place first; without those that were given back.' })
  items: MyJourneyView[];
}
