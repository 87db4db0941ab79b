import { connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Answer, TestBrowser } from './browser.js';

const TUS = { 'tus-resumable': '1.0.0' };
const UPLOAD_BODY = 'application/offset+octet-stream';

/** Requests of tus 1.0.0, written by hand. */
export class RawTus {
  constructor(private readonly browser: TestBrowser) {}

  begin(path: string, name: string, bytes: number, headers: Record<string, string> = {}): Promise<Answer> {
    const filename = Buffer.from(name).toString('base64');
    return this.browser.post(path, undefined, {
      ...TUS,
      'upload-length': String(bytes),
      'upload-metadata': `filename ${filename}`,
      ...headers,
    });
  }

  /** Where an upload that was just opened lies. */
  async opened(path: string, name: string, bytes: number): Promise<string> {
    const answer = await this.begin(path, name, bytes);
    if (answer.status !== 201) throw new Error(answer.text);
    return String(answer.headers['location']);
  }

  append(at: string, offset: number, bytes: Buffer, headers: Record<string, string> = {}): Promise<Answer> {
    return this.browser.patch(at, bytes, { ...TUS, 'content-type': UPLOAD_BODY, 'upload-offset': String(offset), ...headers });
  }

  async offset(at: string): Promise<number> {
    return (await this.browser.get(at)).json<{ offset: number }>().offset;
  }
}

/** Sends the head of a PATCH that announces `length` bytes, and some of them; the rest is up to the test. */
export async function beginPatch(
  app: NestFastifyApplication,
  { browser, at, offset, length, bytes }: { browser: TestBrowser; at: string; offset: number; length: number; bytes: Buffer },
): Promise<Socket> {
  const socket = connect(portOf(app), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    `PATCH ${at} HTTP/1.1\r\nhost: localhost\r\ncookie: ${browser.cookie}\r\nx-cairn-request: 1\r\ntus-resumable: 1.0.0\r\n` +
      `content-type: ${UPLOAD_BODY}\r\nupload-offset: ${offset}\r\ncontent-length: ${length}\r\n\r\n`,
  );
  await new Promise<void>((resolve) => socket.write(bytes, () => resolve()));
  return socket;
}

export function portOf(app: NestFastifyApplication): number {
  return (app.getHttpServer().address() as AddressInfo).port;
}
