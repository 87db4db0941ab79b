import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { HtmlPages, type PageAnswer, seeOther } from '../../../platform/http/page.js';
import { readShown } from '../domain/screens.js';
import { FindWayIn } from '../use-cases/find-way-in.js';

/** The address that stands in a course of a system that does not speak LTI. Who is not signed in is asked to, and comes back here. */
@Controller('go')
@HtmlPages()
export class WayInPages {
  constructor(private readonly findWayIn: FindWayIn) {}

  // One by one: systems add parameters of their own to links, which a checked query would refuse.
  @Get(':id')
  @RoleAccess('enrollment:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  async go(@CurrentActor() actor: Actor, @IdParam() offeringId: string, @Query('show') show: unknown): Promise<PageAnswer> {
    return seeOther(await this.findWayIn.run(actor, offeringId, readShown(typeof show === 'string' ? show : '')));
  }
}
