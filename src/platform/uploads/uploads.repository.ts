import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/unit-of-work.js';
import type { Upload, UploadPart } from './upload.js';

type Row = Omit<Upload, 'bytes' | 'received'> & { bytes: string; received: string };

const COLUMNS = `id, institution_id as "institutionId", person_id as "personId", purpose, subject_id as "subjectId", name, bytes,
  media_types as "mediaTypes", received, created_at as "createdAt", expires_at as "expiresAt", file_id as "fileId"`;

/** Uploads and their parts. Nobody finds those of others. */
@Injectable()
export class UploadsRepository {
  async add(tx: Tx, upload: Upload): Promise<void> {
    await tx.query(
      `insert into upload (id, institution_id, person_id, purpose, subject_id, name, bytes, media_types, received, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        upload.id,
        upload.institutionId,
        upload.personId,
        upload.purpose,
        upload.subjectId,
        upload.name,
        upload.bytes,
        upload.mediaTypes,
        upload.received,
        upload.createdAt,
        upload.expiresAt,
      ],
    );
  }

  async find(tx: Tx, personId: string, id: string, lock: '' | 'for update' = ''): Promise<Upload | null> {
    const [row] = await tx.query<Row>(`select ${COLUMNS} from upload where id = $1 and person_id = $2 ${lock}`, [id, personId]);
    return row ? { ...row, bytes: Number(row.bytes), received: Number(row.received) } : null;
  }

  /** What a person has under way. Two requests of theirs at once are counted one after the other. */
  async open(tx: Tx, personId: string, now: Date): Promise<{ count: number; bytes: number }> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('upload ' || $1, 0))`, [personId]);
    const [row] = await tx.query<{ count: number; bytes: string }>(
      `select count(*)::int as count, coalesce(sum(bytes), 0) as bytes from upload
        where person_id = $1 and file_id is null and expires_at > $2`,
      [personId, now],
    );
    return { count: row?.count ?? 0, bytes: Number(row?.bytes ?? 0) };
  }

  /** Adds a part where the upload ends; `false` when it ends elsewhere by now. */
  async append(tx: Tx, { id, institutionId }: Upload, part: UploadPart, expiresAt: Date): Promise<boolean> {
    const moved = await tx.query(
      `update upload set received = received + $3, expires_at = $4
        where id = $1 and received = $2 and received + $3 <= bytes and file_id is null returning id`,
      [id, part.startAt, part.bytes, expiresAt],
    );
    if (moved.length === 0) return false;
    await tx.query(
      `insert into upload_part (upload_id, institution_id, start_at, bytes, storage_key) values ($1, $2, $3, $4, $5)`,
      [id, institutionId, part.startAt, part.bytes, part.storageKey],
    );
    return true;
  }

  async parts(tx: Tx, id: string): Promise<UploadPart[]> {
    const rows = await tx.query<{ startAt: string; bytes: string; storageKey: string }>(
      `select start_at as "startAt", bytes, storage_key as "storageKey" from upload_part where upload_id = $1 order by start_at`,
      [id],
    );
    return rows.map(({ startAt, bytes, storageKey }) => ({ startAt: Number(startAt), bytes: Number(bytes), storageKey }));
  }

  /** It is a file from now on; answers the keys of the parts that nobody needs any more. */
  async settle(tx: Tx, id: string, fileId: string): Promise<string[]> {
    await tx.query('update upload set file_id = $2 where id = $1', [id, fileId]);
    return this.dropParts(tx, [id]);
  }

  /** Answers the keys of its parts. */
  async remove(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const keys = await this.dropParts(tx, ids);
    await tx.query('delete from upload where id = any($1::uuid[])', [ids]);
    return keys;
  }

  async expired(tx: Tx, now: Date, most: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'select id from upload where expires_at <= $1 order by expires_at limit $2 for update skip locked',
      [now, most],
    );
    return rows.map(({ id }) => id);
  }

  private async dropParts(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ key: string }>(
      'delete from upload_part where upload_id = any($1::uuid[]) returning storage_key as key',
      [ids],
    );
    return rows.map(({ key }) => key);
  }
}
