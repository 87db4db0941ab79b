import { schemaDifferences } from '../database/migrate.js';
import type { Check } from './check.js';

const OLDEST_VERSION = 150_000;
const LARGEST_SKEW_MS = 5_000;

type Ask = <Row>(sql: string) => Promise<Row[]>;

/** What the database must be. `ask` runs statements as the application. */
export function databaseChecks(ask: Ask): Check[] {
  return [
    {
      what: 'database',
      advice: 'use PostgreSQL 15 or newer',
      run: async () => {
        const rows = await ask<{ version: string; number: number }>(
          `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
        );
        const { version = 'unknown', number = 0 } = rows[0] ?? {};
        if (number < OLDEST_VERSION) throw new Error(`it is PostgreSQL ${version}`);
        return `PostgreSQL ${version}`;
      },
    },
    {
      what: 'database role',
      advice: 'name an ordinary role in DATABASE_URL and the owner in DATABASE_OWNER_URL, then run: npx cairn migrate',
      run: async () => {
        const rows = await ask<{ name: string; unbound: boolean; owns: boolean }>(
          `select rolname as name, rolsuper or rolbypassrls as unbound,
                  exists (select from pg_class where relname = 'event' and relnamespace = 'public'::regnamespace and relowner = r.oid) as owns
             from pg_roles r where rolname = current_user`,
        );
        const role = rows[0];
        if (!role || role.unbound || role.owns)
          throw new Error(`row-level security does not bind the role "${role?.name ?? ''}"`);
        return `row-level security binds "${role.name}"`;
      },
    },
    {
      what: 'schema',
      advice:
        'run: npx cairn migrate, with the version of Cairn that you want to run (npm start does so for the embedded database)',
      run: async () => {
        const differences = await schemaDifferences((sql) => ask<{ name: string }>(sql));
        if (differences.length > 0) throw new Error(differences.join(', '));
        return 'of this version';
      },
    },
    {
      what: 'clock',
      advice: 'let a time service (NTP) set the clocks of this machine and of the database',
      run: async () => {
        const asked = Date.now();
        const rows = await ask<{ now: Date }>('select clock_timestamp() as now');
        const answered = Date.now();
        // Anything between asking and being answered is no difference at all.
        const theirs = rows[0]?.now.getTime() ?? Number.NaN;
        const skew = Math.max(theirs - answered, asked - theirs, 0);
        if (!(skew <= LARGEST_SKEW_MS)) throw new Error(`it differs from the database's by ${skew / 1_000} s`);
        return 'agrees with the database';
      },
    },
  ];
}
