import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { page, PageOf } from '../../../platform/http/paging.js';
import type { AuditFilter } from '../domain/audit.js';
import { ReadAuditLog } from '../use-cases/read-audit-log.js';
import { AuditEventView, AuditFilterDto, AuditQuery } from './audit.dto.js';
import { presentAuditEvent } from './present-audit-event.js';

const AuditEventPage = PageOf(AuditEventView);
const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

@ApiTags('Reports')
@Controller('api/v1')
export class AuditController {
  constructor(private readonly audit: ReadAuditLog) {}

  /** What happened, newest first: every change that was made, by whom, and about whom. */
  @Get('audit-events')
  @RoleAccess('reports:read', 'admin')
  @ApiOkResponse({ type: AuditEventPage })
  async listAuditEvents(@CurrentActor() actor: Actor, @Query() query: AuditQuery): Promise<InstanceType<typeof AuditEventPage>> {
    const rows = await this.audit.page(actor, filterOf(query), query);
    return page(rows, query.limit, ({ occurredAt, id }) => ({ at: occurredAt, id }), presentAuditEvent);
  }

  /** The same as CSV, all of it. One export of yours runs at a time; an answer that breaks off is not whole. */
  @Get('audit-events.csv')
  @RoleAccess('reports:read', 'admin')
  @Header('content-type', CSV_TYPE)
  @Header('content-disposition', 'attachment; filename="audit-events.csv"')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @ApiResponse({ status: 429, description: 'An export of yours, or several of others, are still running.' })
  async downloadAuditEvents(@CurrentActor() actor: Actor, @Query() query: AuditFilterDto): Promise<StreamableFile> {
    return new StreamableFile(await this.audit.export(actor, filterOf(query)));
  }
}

function filterOf({ kind, personId, from, to }: AuditFilterDto): AuditFilter {
  return {
    kind,
    personId,
    from: from === undefined ? undefined : new Date(from),
    until: to === undefined ? undefined : new Date(to),
  };
}
