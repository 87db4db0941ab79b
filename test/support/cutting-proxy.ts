import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

const READY = Buffer.from('Z\0\0\0\u0005I', 'latin1');
const ENDED = message('E', 'SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0');

/** How a connection of a queue is cut: before PostgreSQL has answered, or in the packet that says that it is ready. */
type Cut = 'at once' | 'when ready';

/** Stands before PostgreSQL, and cuts the connections of queues and workers as long as it is told to. */
export class CuttingProxy {
  cut: Cut | null = null;
  cuts = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly behind: URL,
  ) {}

  static async before(url: string): Promise<CuttingProxy> {
    const server = createServer((client) => proxy.pass(client));
    const proxy = new CuttingProxy(server, new URL(url));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get url(): string {
    const url = new URL(this.behind);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private pass(client: Socket): void {
    const upstream = connect(Number(this.behind.port), this.behind.hostname);
    this.sockets.add(client).add(upstream);
    const end = () => void [client, upstream].map((socket) => socket.destroy());
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
    let cut: Cut | null = null;
    client.once('data', (first: Buffer) => {
      if (first.includes('search_path=bullmq')) cut = this.cut;
      if (cut) this.cuts++;
      if (cut === 'at once') end();
    });
    client.on('data', (data: Buffer) => upstream.write(data));
    upstream.on('data', (data: Buffer) => {
      if (cut !== 'when ready' || !data.subarray(-READY.length).equals(READY)) client.write(data);
      else client.end(Buffer.concat([data, ENDED]));
    });
  }
}

function message(type: string, body: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + length.length);
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body)]);
}
