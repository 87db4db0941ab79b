import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * Stands between a client and a server, and passes requests on. The first answer is kept back: `onAnswer` gets its bytes, and the
 * client's connection is cut without a word of it.
 */
export class DeafProxy {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    /** The first bytes of the answer that the client never got. */
    readonly keptBack: Promise<string>,
  ) {}

  static async before(port: number, onAnswer: () => void): Promise<DeafProxy> {
    let keep: (answer: string) => void = () => undefined;
    const keptBack = new Promise<string>((resolve) => (keep = resolve));
    const server = createServer((client) => {
      const upstream = connect(port, '127.0.0.1');
      proxy.sockets.add(client).add(upstream);
      client.pipe(upstream);
      upstream.once('data', (answer: Buffer) => {
        onAnswer();
        keep(answer.toString('utf8'));
        client.resetAndDestroy();
        upstream.destroy();
      });
      for (const socket of [client, upstream]) socket.on('error', () => socket.destroy());
    });
    const proxy = new DeafProxy(server, keptBack);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get origin(): string {
    const address = this.server.address();
    if (typeof address !== 'object' || address === null) throw new Error('The proxy does not listen');
    return `http://127.0.0.1:${address.port}`;
  }

  async end(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }
}
