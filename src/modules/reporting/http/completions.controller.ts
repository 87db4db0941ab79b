import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { page, PageOf } from '../../../platform/http/paging.js';
import type { CompletionFilter } from '../domain/completion.js';
import { ExportCompletions } from '../use-cases/export-completions.js';
import { ReadCompletions } from '../use-cases/read-completions.js';
import { CompletionFilterDto, CompletionQuery, CompletionView } from './completion.dto.js';
import { presentCompletion } from './present-completion.js';

const CompletionPage = PageOf(CompletionView);
const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

@ApiTags('Reports')
@Controller('api/v1')
export class CompletionsController {
  constructor(
    private readonly readCompletions: ReadCompletions,
    private readonly exportCompletions: ExportCompletions,
  ) {}

  /** Who completed what: enrolments that a final passed verdict ended, newest first. */
  @Get('completions')
  @RoleAccess('reports:read', 'office', 'admin')
  @ApiOkResponse({ type: CompletionPage })
  async listCompletions(
    @CurrentActor() actor: Actor,
    @Query() query: CompletionQuery,
  ): Promise<InstanceType<typeof CompletionPage>> {
    const rows = await this.readCompletions.page(actor, filterOf(query), query);
    return page(rows, query.limit, ({ completedAt, enrollmentId }) => ({ at: completedAt, id: enrollmentId }), presentCompletion);
  }

  /** The same as CSV, all of it. One export of yours runs at a time; an answer that breaks off is not whole. */
  @Get('completions.csv')
  @RoleAccess('reports:read', 'office', 'admin')
  @Header('content-type', CSV_TYPE)
  @Header('content-disposition', 'attachment; filename="completions.csv"')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @ApiResponse({ status: 429, description: 'An export of yours, or several of others, are still running.' })
  async downloadCompletions(@CurrentActor() actor: Actor, @Query() query: CompletionFilterDto): Promise<StreamableFile> {
    return new StreamableFile(await this.exportCompletions.open(actor, filterOf(query)));
  }
}

function filterOf({ offeringId, from, to }: CompletionFilterDto): CompletionFilter {
  return {
    offeringId,
    from: from === undefined ? undefined : new Date(from),
    until: to === undefined ? undefined : new Date(to),
  };
}
