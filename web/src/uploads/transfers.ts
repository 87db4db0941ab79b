import { problemOf } from '../api/problem';
import { keep, readKept } from './kept-transfers';
import { abandon, askHowFar, sendParts } from './send-parts';
import { afterFault, isSameFile, pauseBefore, type Transfer } from './transfer';

/** What uploads are for. */
export interface UploadTarget<Taken> {
  /** What runs here is found again by this name, on another screen and after the page was loaded anew. */
  place: string;
  /** Address at which they are opened. */
  opensAt: string;
  /** Says to the server what to do with one that is whole. Asked twice it answers the same. */
  take: (uploadId: string) => Promise<Taken>;
}

interface Running<Taken> extends Transfer {
  file: File | null;
  lastModified: number;
  url: string | null;
  taken: Taken | null;
}

/** All uploads of one place. They run on while other screens are shown. */
export class Transfers<Taken> {
  private all: readonly Running<Taken>[];
  private readonly listeners = new Set<() => void>();
  private readonly stops = new Map<string, () => void>();
  private readonly tries = new Map<string, number>();

  constructor(private readonly target: UploadTarget<Taken>) {
    this.all = readKept(target.place).map((kept) => ({ ...kept, file: null, stage: 'lost', problem: null, taken: null }));
    for (const one of this.all) void this.seeHowFar(one);
    addEventListener('online', () => {
      for (const { id, stage } of this.all) if (stage === 'waiting') this.resume(id);
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): readonly Transfer[] => this.all;

  readonly start = (files: Iterable<File>): void => {
    for (const file of files) {
      const lost = this.all.find((one) => one.stage === 'lost' && isSameFile(one, file));
      const { name, size: bytes, lastModified } = file;
      const id = lost?.id ?? crypto.randomUUID();
      if (lost) this.change(id, { file });
      else {
        const begun = { id, name, bytes, lastModified, file, sent: 0, url: null, problem: null, taken: null };
        this.set([...this.all, { ...begun, stage: 'sending' }]);
      }
      this.resume(id);
    }
  };

  readonly pause = (id: string): void => {
    this.stop(id);
    this.change(id, { stage: 'paused' });
  };

  readonly resume = (id: string): void => {
    const one = this.find(id);
    if (!one) return;
    this.stop(id);
    if (one.url !== null && one.sent === one.bytes && one.stage !== 'failed') return void this.finish(id, one.url);
    if (!one.file) return this.change(id, { stage: 'lost' });
    this.change(id, { stage: 'sending', problem: null });
    void this.send(id, one.file, one.url);
  };

  readonly cancel = (id: string): void => {
    const one = this.find(id);
    this.stop(id);
    this.set(this.all.filter((other) => other.id !== id));
    if (one?.url && one.stage !== 'arrived') abandon(one.url);
  };

  /** What has arrived and was not collected before. */
  collect(): Taken[] {
    const arrived = this.all.flatMap(({ taken }) => (taken === null ? [] : [taken]));
    if (arrived.length > 0) this.set(this.all.filter(({ taken }) => taken === null));
    return arrived;
  }

  private async send(id: string, file: File, url: string | null): Promise<void> {
    let isStopped = false;
    this.stops.set(id, () => (isStopped = true));
    const running = (then: () => void) => () => !isStopped && then();
    const stop = await sendParts({
      file,
      opensAt: this.target.opensAt,
      url,
      onUrl: (opened) => this.change(id, { url: new URL(opened, location.href).pathname }),
      onSent: (sent) => {
        this.tries.delete(id);
        if (!isStopped) this.change(id, { sent });
      },
      onWhole: running(() => void this.finish(id, this.find(id)?.url ?? '')),
      onProblem: (problem) => !isStopped && this.meet(id, problem),
    }).catch((error: unknown) => {
      // The library itself could not be fetched.
      if (!isStopped) this.later(id);
      if (!(error instanceof TypeError)) throw error;
      return () => undefined;
    });
    if (isStopped) stop();
    else if (this.stops.has(id)) this.stops.set(id, () => ((isStopped = true), stop()));
  }

  private async finish(id: string, url: string): Promise<void> {
    this.stops.delete(id);
    this.change(id, { stage: 'finishing', sent: this.find(id)?.bytes ?? 0 });
    try {
      const taken = await this.target.take(url.slice(url.lastIndexOf('/') + 1));
      if (this.find(id)) this.change(id, { stage: 'arrived', taken });
    } catch (error) {
      this.meet(id, error);
    }
  }

  private meet(id: string, problem: unknown): void {
    const { status = 0, code } = problemOf(problem) ?? {};
    if (afterFault(status, code) === 'try-again') return this.later(id);
    // A file that was refused is not kept; one whose sender has to sign in again is.
    const { url = null, sent = 0 } = this.find(id) ?? {};
    const isKept = status === 401 || status === 403;
    if (url && !isKept) abandon(url);
    this.change(id, { stage: 'failed', problem, url: isKept ? url : null, sent: isKept ? sent : 0 });
  }

  private later(id: string): void {
    const tries = this.tries.get(id) ?? 0;
    this.tries.set(id, tries + 1);
    this.change(id, { stage: 'waiting' });
    const timer = setTimeout(() => this.resume(id), pauseBefore(tries));
    this.stops.set(id, () => clearTimeout(timer));
  }

  /** An upload of an earlier page may be whole, or gone. */
  private async seeHowFar({ id, url, bytes }: Running<Taken>): Promise<void> {
    const sent = await askHowFar(url ?? '').catch(() => undefined);
    if (sent === undefined || this.find(id)?.stage !== 'lost') return;
    if (sent === null) return this.cancel(id);
    this.change(id, { sent });
    if (sent === bytes) this.resume(id);
  }

  private stop(id: string): void {
    this.stops.get(id)?.();
    this.stops.delete(id);
  }

  private find(id: string): Running<Taken> | undefined {
    return this.all.find((one) => one.id === id);
  }

  private change(id: string, changes: Partial<Running<Taken>>): void {
    this.set(this.all.map((one) => (one.id === id ? { ...one, ...changes } : one)));
  }

  private set(all: readonly Running<Taken>[]): void {
    this.all = all;
    const kept = all.flatMap(({ id, name, bytes, sent, lastModified, url, taken }) =>
      url !== null && taken === null ? [{ id, name, bytes, sent, lastModified, url }] : [],
    );
    keep(this.target.place, kept);
    for (const listener of this.listeners) listener();
  }
}
