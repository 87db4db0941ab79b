import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Problem } from '../../../platform/http/problem.js';
import { unavailable } from '../../../platform/http/problems.js';

/** The drawings, written in Typst. Each reads its words from the input of its own name. */
export type Drawing = 'badge' | 'certificate' | 'share-card';

interface Order {
  readonly id: number;
  readonly kind: 'svg' | 'pdf';
  readonly drawing: Drawing;
  readonly inputs: Record<string, string>;
  readonly done: (answer: Answer) => void;
  readonly failed: (error: Error) => void;
}

type Answer =
  | { readonly id: number; readonly result: string | Uint8Array; readonly accessible: boolean }
  | { readonly id: number; readonly failure: string };

const MOST_WAITING = 100;
const MOST_MS = 20_000;
const COME_BACK_SECONDS = 10;

/**
 * Draws badges, certificates and share pictures in one thread of its own, one after another, so that neither requests nor jobs wait
 * for a drawing of somebody else. The thread starts with the first order. Refuses with `service.unavailable` when too many wait or
 * one takes too long, in which case the thread is replaced.
 */
@Injectable()
export class DrawingRoom implements OnApplicationShutdown {
  private readonly sources = new Map<Drawing, string>();
  private readonly waiting: Order[] = [];
  private worker: Worker | null = null;
  private current: Order | null = null;
  private limit: NodeJS.Timeout | undefined;
  private lastId = 0;

  async svg(drawing: Drawing, inputs: Record<string, string>): Promise<string> {
    return (await this.order('svg', drawing, inputs)).result as string;
  }

  /** `accessible`: PDF/UA-1; false where no installed font has one of the characters. */
  async pdf(drawing: Drawing, inputs: Record<string, string>): Promise<{ bytes: Buffer; accessible: boolean }> {
    const { result, accessible } = await this.order('pdf', drawing, inputs);
    return { bytes: Buffer.from(result as Uint8Array), accessible };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  private async order(kind: Order['kind'], drawing: Drawing, inputs: Record<string, string>) {
    if (this.waiting.length >= MOST_WAITING) throw overloaded('Too many pictures are asked for.');
    const answer = await new Promise<Answer>((done, failed) => {
      this.waiting.push({ id: ++this.lastId, kind, drawing, inputs, done, failed });
      this.next();
    });
    if ('failure' in answer) throw new Error(`The drawing ${drawing} failed: ${answer.failure}`);
    return answer;
  }

  private next(): void {
    const order = this.current ? undefined : this.waiting.shift();
    if (!order) return;
    this.current = order;
    this.limit = setTimeout(() => this.giveUp(overloaded('The drawing took too long.')), MOST_MS);
    this.worker ??= this.start();
    this.worker.ref();
    this.worker.postMessage({ id: order.id, kind: order.kind, source: this.source(order.drawing), inputs: order.inputs }, []);
  }

  private start(): Worker {
    const worker = new Worker(new URL('./draw-worker.cjs', import.meta.url));
    worker.on('message', (answer: Answer) => {
      if (answer.id === this.current?.id) this.settle((order) => order.done(answer));
    });
    worker.on('error', (error) => {
      if (worker === this.worker) this.giveUp(error);
    });
    return worker;
  }

  /** The thread is not to be trusted any more; the next order starts another. */
  private giveUp(error: Error): void {
    void this.worker?.terminate();
    this.worker = null;
    this.settle((order) => order.failed(error));
  }

  private settle(answer: (order: Order) => void): void {
    clearTimeout(this.limit);
    // An idle thread keeps no process alive.
    this.worker?.unref();
    const order = this.current;
    this.current = null;
    if (order) answer(order);
    this.next();
  }

  private source(drawing: Drawing): string {
    const source = this.sources.get(drawing) ?? readFileSync(new URL(`./${drawing}.typ`, import.meta.url), 'utf8');
    this.sources.set(drawing, source);
    return source;
  }
}

function overloaded(detail: string): Problem {
  return new Problem(unavailable, { detail: `${detail} Try again in a moment.`, retryAfter: COME_BACK_SECONDS });
}
