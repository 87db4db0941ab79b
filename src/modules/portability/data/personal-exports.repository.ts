import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import { PersonalExport } from './personal-export.entity.js';

@Injectable()
export class PersonalExportsRepository {
  /** False: one of the person's is unfinished. */
  async add(tx: Tx, wanted: PersonalExport): Promise<boolean> {
    const { id, institutionId, personId, requestedAt, stepsDone, expiresAt } = wanted;
    const inserted = await tx.query(
      `insert into personal_export (id, institution_id, person_id, requested_at, steps_done, expires_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (institution_id, person_id) where file_id is null do nothing returning id`,
      [id, institutionId, personId, requestedAt, stepsDone, expiresAt],
    );
    return inserted.length > 0;
  }

  async find(tx: Tx, id: string): Promise<PersonalExport | null> {
    return tx.manager.findOneBy(PersonalExport, { id });
  }

  /** Newest first. */
  async ofPerson(tx: Tx, personId: string): Promise<PersonalExport[]> {
    return tx.manager.find(PersonalExport, { where: { personId }, order: { requestedAt: 'DESC' }, take: 100 });
  }

  /** Of the archives that are there, by export. */
  async bytesOf(tx: Tx, personId: string): Promise<Map<string, number>> {
    const rows = await tx.query<{ id: string; bytes: string }>(
      'select e.id, f.bytes from personal_export e join stored_file f on f.id = e.file_id where e.person_id = $1',
      [personId],
    );
    return new Map(rows.map(({ id, bytes }) => [id, Number(bytes)]));
  }

  async tellSteps(tx: Tx, id: string, { steps, stepsDone }: { steps: number; stepsDone: number }): Promise<void> {
    await tx.manager.update(PersonalExport, { id }, { steps, stepsDone });
  }

  /** `null`: it was finished, or taken back, meanwhile. */
  async findUnfinishedLocked(tx: Tx, id: string): Promise<PersonalExport | null> {
    return tx.manager.findOne(PersonalExport, { where: { id, fileId: IsNull() }, lock: { mode: 'pessimistic_write' } });
  }

  async finish(tx: Tx, id: string, ready: Pick<PersonalExport, 'fileId' | 'readyAt' | 'expiresAt' | 'stepsDone'>): Promise<void> {
    await tx.manager.update(PersonalExport, { id }, ready);
  }

  /** Those whose making took too long. */
  async forgetFailed(tx: Tx, personId: string, now: Date): Promise<void> {
    await tx.query('delete from personal_export where person_id = $1 and file_id is null and expires_at <= $2', [personId, now]);
  }

  /** Removes the row and that of its file, and answers the file: its bytes are removed after commit. */
  async remove(tx: Tx, { id, fileId }: PersonalExport): Promise<StoredFile | null> {
    const file = fileId === null ? null : await tx.manager.findOneBy(StoredFile, { id: fileId });
    await tx.manager.delete(PersonalExport, { id });
    if (file) await tx.manager.delete(StoredFile, { id: file.id });
    return file;
  }

  /** Locked, and skipping those that another process removes. */
  async expired(tx: Tx, now: Date, limit: number): Promise<PersonalExport[]> {
    return tx.manager
      .createQueryBuilder(PersonalExport, 'export')
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .where('export.fileId is not null and export.expiresAt <= :now', { now })
      .orderBy('export.expiresAt')
      .limit(limit)
      .getMany();
  }
}
