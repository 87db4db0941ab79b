import { errorCode } from './error-code.js';

export type EmbeddedPostgresErrorCode =
  | 'embedded.bad_option'
  | 'embedded.no_binaries'
  | 'embedded.install_read_only'
  | 'embedded.binaries_unusable'
  | 'embedded.directory_unusable'
  | 'embedded.directory_closed'
  | 'embedded.no_unprivileged_user'
  | 'embedded.no_account'
  | 'embedded.wrong_owner'
  | 'embedded.already_running'
  | 'embedded.leftover_processes'
  | 'embedded.not_a_cluster'
  | 'embedded.version_mismatch'
  | 'embedded.passwords_unusable'
  | 'embedded.initialise_failed'
  | 'embedded.port_in_use'
  | 'embedded.disk_full'
  | 'embedded.start_failed';

/** The embedded database could not be started; `message` tells the operator what to do next and never holds a password. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError';

  constructor(
    readonly code: EmbeddedPostgresErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const WRITING_REFUSED = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG']);
const NO_SPACE_CODES = new Set([
  'ENOSPC',
  'EDQUOT',
  '53100', // SQLSTATE disk_full
]);

const INVALID_PASSWORD = '28P01'; // SQLSTATE invalid_password

/** Turns a file system or SQL error met while using `folder` into one an operator can act on; other errors pass unchanged. */
export function explainError(error: unknown, folder: string): unknown {
  const code = errorCode(error) ?? '';
  if (NO_SPACE_CODES.has(code)) return diskFull(folder, error);
  if (code === INVALID_PASSWORD) {
    return new EmbeddedPostgresError(
      'embedded.passwords_unusable',
      `The passwords stored in ${folder} do not fit the database there. Put back both from the same backup.`,
      { cause: error },
    );
  }
  if (WRITING_REFUSED.has(code)) {
    return new EmbeddedPostgresError(
      'embedded.directory_unusable',
      `The embedded database cannot use the folder ${folder}: ${String(error)}. ` +
        'Make it a folder that this user may read and write, choose another data folder, or set DATABASE_URL.',
      { cause: error },
    );
  }
  return error;
}

export function diskFull(folder: string, cause: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'embedded.disk_full',
    `The disk that holds ${folder} is full. Nothing committed is lost: free some space and start again. (${String(cause)})`,
    { cause },
  );
}
