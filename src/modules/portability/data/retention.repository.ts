import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Retained, RetentionDays } from '../domain/retention.js';

interface Due {
  table: string;
  /** Of rows `t` of the institution; `$1` is the moment before which they are due. */
  where: string;
}

const OF_WORK = `exists (select from attempt a cross join jsonb_array_elements(a.work -> 'files') as w
                          where a.person_id = t.created_by and w ->> 'id' = t.id::text)`;
const OF_DRAFT = `exists (select from submission s join enrollment e on e.id = s.enrollment_id
                           where e.person_id = t.created_by and s.draft -> 'fileIds' ? t.id::text)`;

const DUE: Readonly<Record<Retained, Due>> = {
  drafts: {
    table: 'submission',
    where: `t.updated_at < $1 and not exists (select from attempt a where a.submission_id = t.id)
        and exists (select from enrollment e where e.id = t.enrollment_id and e.state in ('completed', 'withdrawn', 'expired'))`,
  },
  uploads: {
    table: 'stored_file',
    where: `t.purpose = 'submission' and t.created_at < $1 and not ${OF_WORK} and not ${OF_DRAFT}
        and not exists (select from published_evidence v where v.file_id = t.id)`,
  },
  notices: { table: 'notice', where: 't.created_at < $1' },
  letters: { table: 'mail_message', where: 't.created_at < $1' },
  // Sessions belong to people; they are counted where they acted last. One that nobody used for 14 days has ended (`session-terms.ts`).
  sessions: {
    table: 'session',
    where: `t.acting_institution_id = cairn_institution()
        and coalesce(t.revoked_at, least(t.expires_at, t.last_seen_at + interval '14 days')) < $1`,
  },
  invitations: { table: 'invitation', where: 'coalesce(t.accepted_at, t.revoked_at, t.expires_at) < $1' },
};

const AT_ONCE = 1_000;

export interface RetentionSetting {
  days: Partial<RetentionDays>;
  /** 0 while nothing was chosen. */
  version: number;
}

/** In the scope of an institution. */
@Injectable()
export class RetentionRepository {
  async setting(tx: Tx, institutionId: string): Promise<RetentionSetting> {
    const [row] = await tx.query<RetentionSetting>('select days, version from retention_setting where institution_id = $1', [
      institutionId,
    ]);
    return row ?? { days: {}, version: 0 };
  }

  async save(tx: Tx, institutionId: string, { days, version }: RetentionSetting): Promise<void> {
    await tx.query(
      `insert into retention_setting (institution_id, days, version) values ($1, $2, $3)
       on conflict (institution_id) do update set days = excluded.days, version = excluded.version`,
      [institutionId, JSON.stringify(days), version],
    );
  }

  async count(tx: Tx, kind: Retained, before: Date): Promise<number> {
    const { table, where } = DUE[kind];
    const [row] = await tx.query<{ count: number }>(`select count(*)::int as count from ${table} t where ${where}`, [before]);
    return row?.count ?? 0;
  }

  /** Some of what is due, and the files whose bytes are to go after commit. `more`: there may be more of it. */
  async remove(
    tx: Tx,
    kind: Retained,
    before: Date,
  ): Promise<{ removed: number; more: boolean; files: { storageKey: string }[] }> {
    const { table, where } = DUE[kind];
    const key = table === 'stored_file' ? 'storage_key' : 'id::text';
    const rows = await tx.query<{ storageKey: string }>(
      `delete from ${table} where id in (select t.id from ${table} t where ${where} limit ${AT_ONCE}) returning ${key} as "storageKey"`,
      [before],
    );
    return { removed: rows.length, more: rows.length === AT_ONCE, files: table === 'stored_file' ? rows : [] };
  }

  /** In a system scope: institutions where nothing was removed since `after`. */
  async institutionsDue(tx: Tx, after: Date): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select i.id from institution i
        where not exists (select from event e where e.subject_type = 'institution' and e.subject_id = i.id
                            and e.type = 'retention.carried_out' and e.occurred_at > $1) order by i.id`,
      [after],
    );
    return rows.map(({ id }) => id);
  }
}
