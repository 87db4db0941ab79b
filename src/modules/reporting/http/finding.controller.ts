import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { FindThings } from '../use-cases/find-things.js';
import { FindingQueryDto, FoundList } from './finding.dto.js';

@ApiTags('Finding')
@Controller('api/v1/found')
export class FindingController {
  constructor(private readonly findThings: FindThings) {}

  /** What you may see and whose name contains the words: your own places, and by your roles what you author, run and issue. */
  @Get()
  @RoleAccess('reports:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: FoundList })
  async findByName(@CurrentActor() actor: Actor, @Query() { q }: FindingQueryDto): Promise<FoundList> {
    return { items: await this.findThings.run(actor, q) };
  }
}
