import { readFile } from 'node:fs/promises';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A pass that a client was told of with a 2xx answer. */
export interface AcknowledgedPass {
  enrollmentId: string;
  acknowledgedAt: Date;
}

/** Reads a client's own list: one JSON object a line, `{"enrollmentId": "…", "acknowledgedAt": "2026-03-01T09:30:00Z"}`. */
export async function readAckLog(path: string): Promise<AcknowledgedPass[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, `${path}:${index + 1}`)]));
}

function parseLine(line: string, place: string): AcknowledgedPass {
  const { enrollmentId, acknowledgedAt } = parse(line, place);
  const time = new Date(String(acknowledgedAt));
  if (typeof enrollmentId !== 'string' || !UUID.test(enrollmentId) || Number.isNaN(time.getTime())) {
    throw new Error(`${place} is not {"enrollmentId": "…", "acknowledgedAt": "…"}`);
  }
  return { enrollmentId, acknowledgedAt: time };
}

function parse(line: string, place: string): { enrollmentId?: unknown; acknowledgedAt?: unknown } {
  try {
    return JSON.parse(line) as object;
  } catch (error) {
    throw new Error(`${place} is not JSON`, { cause: error });
  }
}
