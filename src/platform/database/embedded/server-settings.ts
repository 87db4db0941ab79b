import { totalmem } from 'node:os';

export interface ServerSettings {
  port: number;
  /** Keeps what people entrust to it; otherwise it is there for a test. */
  durable: boolean;
  maxConnections: number;
}

/** The server's settings as command-line arguments, where neither a file nor ALTER SYSTEM overrides them. */
export function serverSettings({ port, durable, maxConnections }: ServerSettings): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    max_connections: maxConnections,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_destination: 'stderr',
    logging_collector: 'off',
    log_checkpoints: 'off',
    // Statements and details quote what people typed; the application reports its own errors without them.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(durable
      ? { shared_buffers: `${sharedBuffers(memory())}MB` }
      : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const MEGABYTE = 2 ** 20;

/** Megabytes for PostgreSQL's own cache: an eighth of the memory, which leaves most to the file cache and to Cairn; never less than its default. */
export function sharedBuffers(bytes: number): number {
  return Math.min(1_024, Math.max(128, Math.floor(bytes / MEGABYTE / 8)));
}

/** In bytes: what there is, or what a container may have of it. */
function memory(): number {
  const most = process.constrainedMemory();
  return most > 0 ? Math.min(most, totalmem()) : totalmem();
}
