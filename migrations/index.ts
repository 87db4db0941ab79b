import { readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';

type MigrationClass = new () => MigrationInterface;

/** A migration is two SQL files, `NNNN-name.up.sql` and `.down.sql`, run in one transaction and never edited after a release. */
function sqlMigration(file: string): MigrationClass {
  const statements = (direction: 'up' | 'down') => readFileSync(new URL(`./${file}.${direction}.sql`, import.meta.url), 'utf8');
  return class implements MigrationInterface {
    // TypeORM orders migrations by the number their names end with.
    name = `${file.slice(5)}-${1_700_000_000_000 + Number(file.slice(0, 4))}`;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`set local lock_timeout = '5s'; ${statements('up')}`);
    }
    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`set local lock_timeout = '5s'; ${statements('down')}`);
    }
  };
}

export const migrations: MigrationClass[] = [
  '0001-platform',
  '0002-people',
  '0003-catalog',
  '0004-enrollment',
  '0005-learning',
  '0006-assessment',
  '0007-credentials',
  '0008-portability',
  '0009-outbox-chunks',
  '0010-status',
  '0011-signing-keys',
  '0012-showcase',
  '0013-exchange',
  '0014-learner-control',
  '0015-endorsements',
  '0016-historic-awards',
  '0017-requalification',
  '0018-wallets-and-letters',
  '0019-signed-forms',
  '0020-progress-policy',
  '0021-signed-before-written',
  '0022-overview-and-files',
  '0023-calendar',
  '0024-personal-exports',
  '0025-notes',
  '0026-notices',
  '0027-erasure',
  '0028-roster',
  '0029-uploads-and-comments',
  '0030-webhooks',
  '0031-letters',
  '0032-transfers',
  '0033-reminders',
  '0034-lti',
  '0035-lti-rosters',
  '0036-lti-linking',
  '0037-lti-notices',
  '0038-scores-of-who-did-something',
  '0039-scores-of-work-handed-in',
  '0040-notices-and-embedding',
  '0041-scores-asked-for-by-index',
].map(sqlMigration);
