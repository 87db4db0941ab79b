import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const KEPT_LINES = 30;
const E_MAIL = /[^\s"'()=,;<>]+@[^\s"'()=,;<>]+\.[^\s"'()=,;<>]+/g;

export interface ServerLog {
  lastLines(): string[];
}

/** Reads the server's log, hides secrets and e-mail addresses in it, passes each line on and remembers the last ones. */
export function keepServerLog(stream: Readable, secrets: string[], onLog: (line: string) => void): ServerLog {
  const kept: string[] = [];
  createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => {
    const redacted = redact(line, secrets);
    kept.push(redacted);
    if (kept.length > KEPT_LINES) kept.shift();
    onLog(redacted);
  });
  return { lastLines: () => [...kept] };
}

export function redact(text: string, secrets: string[]): string {
  return secrets.reduce((line, secret) => line.replaceAll(secret, '***'), text).replace(E_MAIL, '***@***');
}
