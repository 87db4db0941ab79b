import type { LoggedRequest } from './server.js';

export type Endpoint =
  | 'configuration'
  | 'registration'
  | 'auth'
  | 'jwks'
  | 'token'
  | 'lineitems'
  | 'lineitem'
  | 'scores'
  | 'results'
  | 'roster'
  | 'notices'
  | 'deep-linking'
  | 'page';

/** What goes wrong; `lostReply` does the work and then cuts the connection. */
export type Fault =
  | { delayMs: number }
  | { status: number; headers?: Record<string, string>; body?: string }
  | 'reset'
  | 'html'
  | 'truncated'
  | 'huge'
  | 'lostReply';

type When = (request: LoggedRequest) => boolean;

/** Scripted failures of each endpoint; what is told to happen once goes before what always happens. */
export class Faults {
  private readonly scripts: { endpoint: Endpoint; fault: Fault; left: number; when: When }[] = [];

  /** For the next requests only. */
  next(endpoint: Endpoint, fault: Fault, { times = 1, when = () => true }: { times?: number; when?: When } = {}): void {
    this.scripts.push({ endpoint, fault, left: times, when });
  }

  always(endpoint: Endpoint, fault: Fault, when: When = () => true): void {
    this.scripts.push({ endpoint, fault, left: Number.POSITIVE_INFINITY, when });
  }

  clear(endpoint?: Endpoint): void {
    const kept = endpoint ? this.scripts.filter((script) => script.endpoint !== endpoint) : [];
    this.scripts.splice(0, this.scripts.length, ...kept);
  }

  take(request: LoggedRequest): Fault | null {
    const due = this.scripts.filter(({ endpoint, left, when }) => endpoint === request.endpoint && left > 0 && when(request));
    const script = due.find(({ left }) => Number.isFinite(left)) ?? due[0];
    if (!script) return null;
    script.left--;
    return script.fault;
  }
}
