import { ApiProperty } from '@nestjs/swagger';
import type { FactRefusal } from '../domain/admit-facts.js';

export const MOST_FACTS = 200;
export const TOLD_KINDS = ['progressed', 'completed'] as const;

/** Read by `readFacts`, not by decorators: they would cost more than writing the facts. */
export class ToldFactDto {
  @ApiProperty({ format: 'uuid', description: 'Chosen by whoever tells it: told twice, it is recorded once.' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  activityId: string;

  @ApiProperty({ enum: TOLD_KINDS })
  kind: (typeof TOLD_KINDS)[number];

  @ApiProperty({ minimum: 0, maximum: 1, required: false, description: 'The share that is done; needed with progressed.' })
  value?: number;

  @ApiProperty({ format: 'date-time', description: 'When it happened, by the clock of whoever tells it.' })
  effectiveAt: string;
}

export class TellFactsDto {
  @ApiProperty({ type: [ToldFactDto], minItems: 1, maxItems: MOST_FACTS })
  facts: ToldFactDto[];
}

const REFUSALS: FactRefusal['key'][] = ['activity_unknown', 'quiz_completes_by_passing', 'course_locked', 'enrollment_ended'];

export class FactRefusalView {
  @ApiProperty({ enum: REFUSALS })
  key: FactRefusal['key'];

  @ApiProperty()
  words: string;
}

export class FactOutcomeView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['recorded', 'duplicate', 'refused'] })
  outcome: 'recorded' | 'duplicate' | 'refused';

  @ApiProperty({ type: FactRefusalView, nullable: true })
  refusal: FactRefusalView | null;
}

export class FactOutcomesView {
  @ApiProperty({ type: [FactOutcomeView], description: 'In the order told.' })
  facts: FactOutcomeView[];
}
