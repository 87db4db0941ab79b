import { plainToInstance, Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, validateSync } from 'class-validator';

export const ROLES = ['api', 'worker', 'scheduler'] as const;
export type ProcessRole = (typeof ROLES)[number];

const LOCAL_URL = { require_tld: false, require_protocol: true };

/** Every variable that Cairn reads. Checked once at start; nothing else looks at `process.env`. */
export class Environment {
  /** Which roles this process plays, comma-separated: `api`, `worker`, `scheduler`. */
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').map((role) => role.trim()) : value))
  @IsIn(ROLES, { each: true })
  CAIRN_ROLES: ProcessRole[] = [...ROLES];

  /** Where the embedded database, files and keys live. */
  @IsString()
  CAIRN_DATA_DIR = './data';

  /** Port that the API listens on. */
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3000;

  /** Address that the API listens on. */
  @IsString()
  HOST = '127.0.0.1';

  /** The address people reach Cairn at; part of every credential, so choose it before issuing. Default: http://localhost:PORT. */
  @IsOptional()
  @IsUrl({ ...LOCAL_URL, protocols: ['http', 'https'] })
  CAIRN_PUBLIC_URL?: string;

  /** Origins of the pages that may show Cairn in a frame, comma-separated, such as `https://moodle.riverside.example`. */
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').map((origin) => origin.trim()) : value))
  @Matches(/^https?:\/\/[a-z0-9.-]+(:\d+)?$/i, {
    each: true,
    message: 'give origins such as https://moodle.example.edu, with commas between them and without a path',
  })
  CAIRN_FRAME_ORIGINS: string[] = [];

  /** PostgreSQL 15 or newer, as a role that is neither superuser nor owner. Without it, Cairn runs its own. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//)
  DATABASE_URL?: string;

  /** The same database as its owner; read by `cairn migrate` only. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//)
  DATABASE_OWNER_URL?: string;

  /** Most connections of one process to the database. */
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(2)
  @Max(500)
  DATABASE_POOL = 12;

  /** Redis or Valkey for the queue; without it the queue lives in PostgreSQL. */
  @IsOptional()
  @Matches(/^rediss?:\/\//)
  REDIS_URL?: string;

  /** Prefix of the queue's keys, for several installations on one Redis. */
  @Matches(/^[a-z][a-z0-9_]{0,30}$/)
  QUEUE_PREFIX = 'cairn';

  /** Secret that seals private signing keys, at least 32 characters. Default: a generated file in the data directory. */
  @IsOptional()
  @Matches(/^.{32,}$/s)
  CAIRN_KEY_SECRET?: string;

  /** S3-compatible storage for files: https://key:secret@host/bucket?region=… Without it, files are on local disk. */
  @IsOptional()
  @IsUrl({ ...LOCAL_URL, protocols: ['http', 'https'] })
  S3_URL?: string;

  /** smtp(s)://user:password@host:port. Without it, mail is kept in the mailbox page. */
  @IsOptional()
  @Matches(/^smtps?:\/\//)
  SMTP_URL?: string;

  /** Sender of mail. */
  @IsString()
  MAIL_FROM = 'Cairn <cairn@localhost>';

  /** The largest message that the mail server takes, in bytes; a letter that would be larger goes without its files. */
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(100_000)
  @Max(100_000_000)
  MAIL_LARGEST_BYTES = 10_000_000;

  /** How many proxies stand in front and set X-Forwarded-For. */
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(0)
  @Max(10)
  TRUSTED_PROXIES = 0;

  /** fatal, error, warn, log, debug or verbose. */
  @IsIn(['fatal', 'error', 'warn', 'log', 'debug', 'verbose'])
  LOG_LEVEL = 'log';

  get publicUrl(): string {
    return (this.CAIRN_PUBLIC_URL ?? `http://localhost:${this.PORT}`).replace(/\/+$/, '');
  }

  plays(role: ProcessRole): boolean {
    return this.CAIRN_ROLES.includes(role);
  }
}

export class EnvironmentError extends Error {}

/** Reads the variables that `Environment` names; empty ones count as absent. Throws an `EnvironmentError` that lists every fault. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const known = Object.keys(new Environment()).concat(OPTIONAL);
  const given = Object.fromEntries(known.filter((name) => variables[name]?.trim()).map((name) => [name, variables[name]]));
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const faults = validateSync(environment).map(
    (fault) => `${fault.property}: ${Object.values(fault.constraints ?? {}).join('; ')}`,
  );
  if (faults.length > 0) throw new EnvironmentError(`These settings cannot be used:\n  ${faults.join('\n  ')}`);
  return environment;
}

// Properties without a default do not exist on a fresh instance.
const OPTIONAL = [
  'CAIRN_PUBLIC_URL',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'REDIS_URL',
  'CAIRN_KEY_SECRET',
  'S3_URL',
  'SMTP_URL',
] as const;
