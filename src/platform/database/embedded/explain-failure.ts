import { diskFull, EmbeddedPostgresError, type EmbeddedPostgresErrorCode } from './embedded-postgres-error.js';

interface KnownFailure {
  sign: RegExp;
  code: EmbeddedPostgresErrorCode;
  advice: string;
}

const KNOWN_FAILURES: KnownFailure[] = [
  {
    sign: /could not bind .*: (Address already in use|Only one usage)/,
    code: 'embedded.port_in_use',
    advice: 'Another program uses that port: stop it, or configure another port (or none, for any free one).',
  },
  {
    sign: /could not look up effective user ID/,
    code: 'embedded.no_account',
    advice: 'Its user must have a name: add one to /etc/passwd, start as a user that has one, or set DATABASE_URL.',
  },
  {
    sign: /pre-existing shared memory block/,
    code: 'embedded.leftover_processes',
    advice:
      'Processes of a killed server still finish their last statement: wait a little and start again, or end the processes named "postgres".',
  },
  {
    sign: /lock file "postmaster\.pid" already exists/,
    code: 'embedded.already_running',
    advice:
      'Another PostgreSQL server seems to use this folder: stop it, or choose another data folder. ' +
      'If the process named in pgdata/postmaster.pid is not a PostgreSQL server, delete that file.',
  },
];

export interface Failure {
  folder: string;
  /** What was tried, as the object of "could not": `start the database on port 5432`. */
  attempted: string;
  lines: string[];
  otherwise: EmbeddedPostgresErrorCode;
}

/** Why `initdb` or `postgres` gave up, judged by what it printed; `otherwise` when that tells nothing. */
export function explainFailure({ folder, attempted, lines, otherwise }: Failure): EmbeddedPostgresError {
  const lastWords = `Its last words were:\n  ${lines.join('\n  ')}`;
  if (lines.some((line) => /No space left on device|Disk quota exceeded/.test(line))) return diskFull(folder, lastWords);
  const known = KNOWN_FAILURES.find(({ sign }) => lines.some((line) => sign.test(line)));
  return new EmbeddedPostgresError(
    known?.code ?? otherwise,
    `PostgreSQL could not ${attempted} in ${folder}. ${known?.advice ?? ''}\n${lastWords}`,
  );
}
