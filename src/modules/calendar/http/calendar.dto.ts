import { ApiProperty } from '@nestjs/swagger';
import { StudyPlanView } from '../../learning/index.js';
import { ENTRY_KINDS, ENTRY_STATES, type EntryKind, type EntryState } from '../domain/entries.js';

export class SessionPartView {
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'null: the project.' })
  activityId: string | null;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'integer' })
  minutes: number;

  @ApiProperty({ description: 'It is finished with this.' })
  finishes: boolean;
}

export class LateWorkView {
  @ApiProperty({ type: 'integer', description: 'Late by no more than this counts as on time.' })
  graceMinutes: number;

  @ApiProperty({ minimum: 0, maximum: 100 })
  penaltyPercentPerDay: number;
}

export class CalendarEntryView {
  @ApiProperty({ description: 'The same for as long as it is about the same thing, whenever that is.' })
  id: string;

  @ApiProperty({ enum: ENTRY_KINDS })
  kind: EntryKind;

  @ApiProperty({ enum: ENTRY_STATES, description: 'done, due, late: what you do; coming, past: what happens by itself.' })
  state: EntryState;

  @ApiProperty({ format: 'uuid' })
  enrollmentId: string;

  @ApiProperty({ description: 'Of the project, the course, the offering or, for study time, the micro-credential.' })
  title: string;

  @ApiProperty()
  microCredential: string;

  @ApiProperty({ format: 'date', description: 'In your time zone.' })
  day: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'null: some time on that day.' })
  at: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Of planned study time.' })
  minutes: number | null;

  @ApiProperty({ type: [SessionPartView], description: 'What fits into the study time.' })
  parts: SessionPartView[];

  @ApiProperty({ description: 'You were given more time than the others.' })
  isExtended: boolean;

  @ApiProperty({ type: LateWorkView, nullable: true })
  lateWork: LateWorkView | null;
}

export class CalendarWayView {
  @ApiProperty({ format: 'uuid' })
  enrollmentId: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  offeringTitle: string;

  @ApiProperty({ type: 'integer', description: 'Estimated minutes of all that is still to do.' })
  minutesLeft: number;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'When the project is due.' })
  dueAt: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  endsAt: string | null;

  @ApiProperty({ type: StudyPlanView, nullable: true })
  plan: StudyPlanView | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true, description: 'The last planned day.' })
  finishesOn: string | null;

  @ApiProperty()
  canPlan: boolean;
}

export class CalendarView {
  @ApiProperty({ description: 'Your time zone (IANA): days are counted in it.' })
  timeZone: string;

  @ApiProperty({ type: [CalendarEntryView], description: 'The earliest first.' })
  entries: CalendarEntryView[];

  @ApiProperty({ type: [CalendarWayView] })
  ways: CalendarWayView[];
}

export class CalendarFeedView {
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'Of the address; null: there is none.' })
  createdAt: string | null;
}

export class NewCalendarFeedView {
  @ApiProperty({ format: 'uri', description: 'Whoever knows it reads your calendar. Shown here and never again.' })
  url: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}
