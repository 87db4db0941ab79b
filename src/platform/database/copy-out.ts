import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';
import copyStreams from 'pg-copy-streams';

/**
 * Writes what `COPY … TO STDOUT` answers to `output`, as fast as that takes it, and ends it. When `output` is closed before,
 * the statement is called off and the promise rejects; when the statement fails, it rejects and `output` is left open, so that
 * half an answer cannot be taken for a whole one.
 */
export async function copyOut(
  client: PoolClient,
  statement: string,
  output: Writable,
  cancel: () => Promise<unknown>,
): Promise<void> {
  const rows = client.query(copyStreams.to(statement));
  let cancelled: Promise<unknown> | undefined;
  const callOff = () => {
    if (rows.readableEnded) return;
    // The connection is free again only when the statement has ended: what still comes is read and dropped.
    rows.unpipe(output);
    rows.resume();
    // Where it cannot be cancelled, it runs to its end or its time limit.
    cancelled = cancel().catch(() => undefined);
  };
  try {
    await new Promise<void>((resolve, reject) => {
      rows.once('end', resolve);
      rows.once('error', reject);
      output.once('close', callOff);
      rows.pipe(output);
    });
  } finally {
    output.off('close', callOff);
    // A cancellation on its way must not hit whatever the connection does next.
    await cancelled;
  }
}
