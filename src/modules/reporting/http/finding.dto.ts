import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../../../platform/http/fields.js';
import { FINDABLE, type Findable } from '../domain/findable.js';

export class FindingQueryDto {
  @Text({ min: 1, max: 100, description: 'Part of a name.' })
  q: string;
}

export class FoundView {
  @ApiProperty({ enum: FINDABLE })
  kind: Findable;

  @ApiProperty({ format: 'uuid', description: 'Of the thing; of a journey the enrolment.' })
  id: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'What tells it from others of the same name.' })
  context: string | null;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    description: 'The micro-credential that it belongs to, or one of them.',
  })
  microCredentialId: string | null;
}

export class FoundList {
  @ApiProperty({ type: [FoundView], description: 'At most five of a kind, kind by kind.' })
  items: FoundView[];
}
