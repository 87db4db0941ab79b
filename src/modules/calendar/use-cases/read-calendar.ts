import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { type MyJourney, ReadMyJourneys } from '../../assessment/index.js';
import { datedWay } from '../domain/dated-way.js';
import { entriesOf, type Entry } from '../domain/entries.js';

/** One way of the learner's that has dates, as the calendar shows it beside them. */
export interface CalendarWay {
  journey: MyJourney;
  /** Of everything still to do for it. */
  minutesLeft: number;
  /** The last planned day; `null` without a plan, or when nothing is left. */
  finishesOn: string | null;
  canPlan: boolean;
}

export interface Calendar {
  /** IANA, of the learner. */
  timeZone: string;
  entries: Entry[];
  ways: CalendarWay[];
}

/** Everything of a learner's that has a date, in the two statements of their first screen. */
@Injectable()
export class ReadCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journeys: ReadMyJourneys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor): Promise<Calendar> {
    return this.work.read(actor, (tx) => this.of(tx, actor.personId));
  }

  async of(tx: Tx, personId: string): Promise<Calendar> {
    const now = this.clock.now();
    const journeys = (await this.journeys.of(tx, personId)).filter(({ standing }) => hasDates(standing.state));
    const timeZone = journeys[0]?.standing.personTimeZone ?? 'UTC';
    const dated = journeys.map((journey) => ({ journey, dates: datedWay(factsOf(journey), now, timeZone) }));
    return {
      timeZone,
      entries: entriesOf(
        dated.map(({ dates }) => dates),
        now,
        timeZone,
      ),
      ways: dated.map(({ journey, dates: { minutesLeft, sessions } }) => ({
        journey,
        minutesLeft,
        finishesOn: sessions.at(-1)?.day ?? null,
        canPlan: isOpen(journey) && minutesLeft > 0,
      })),
    };
  }
}

function hasDates(state: MyJourney['standing']['state']): boolean {
  return state === 'active' || state === 'completed' || state === 'expired';
}

function isOpen({ standing }: MyJourney): boolean {
  return standing.state === 'active';
}

function factsOf(journey: MyJourney) {
  const { standing, edition, way, latest } = journey;
  return {
    ...standing,
    enrollmentId: standing.id,
    edition,
    way,
    startedAt: standing.startedAt ?? standing.createdAt,
    projectDone: standing.state === 'completed' || (latest !== null && latest.verdict !== 'returned'),
    isOpen: isOpen(journey),
  };
}
