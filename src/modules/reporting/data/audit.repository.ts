import { Injectable } from '@nestjs/common';
import type { ScopedClient } from '../../../platform/database/sql.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { AuditEvent, AuditFilter } from '../domain/audit.js';
import { auditCsv, auditPage, auditSettings } from './audit.sql.js';

@Injectable()
export class AuditRepository {
  /** Newest first, one more than `limit`. */
  async list(tx: Tx, filter: AuditFilter, after: Cursor | null, limit: number): Promise<AuditEvent[]> {
    const { sql, values } = auditSettings(filter);
    await tx.query(sql, values);
    return tx.query<AuditEvent>(auditPage(filter), [limit + 1, after?.at ?? null, after?.id ?? null]);
  }

  /** The statement that answers the CSV, with its filter in place. */
  async prepareExport({ raw }: ScopedClient, filter: AuditFilter): Promise<string> {
    const { sql, values } = auditSettings(filter);
    await raw.query(sql, values);
    return auditCsv(filter);
  }
}
