import type { Fault } from './bad-weather.js';
import type { Judgement } from './judge.js';

/** What all drills together came to. Speaks on standard output, where figures are looked for. */
export class Tally {
  private faults = 0;
  private badges = 0;
  private lost = 0;
  private doubled = 0;

  add({ fault, times = 1, remarks = [] }: Fault, { badges, lost, doubled, delays }: Judgement): void {
    this.faults += times;
    this.badges += badges;
    this.lost += lost;
    this.doubled += doubled;
    const figures = [
      `${badges} badges`,
      `verdict to badge p50 ${seconds(at(delays, 0.5))}, longest ${seconds(delays.at(-1) ?? 0)}`,
    ];
    say(`  ${fault}: ${[...figures, ...remarks].join('; ')}`);
  }

  get summary(): string {
    return `chaos: ${this.faults} faults, ${this.badges} badges, ${this.lost} lost, ${this.doubled} doubled`;
  }
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}

/** Past Jest's console, which would hold the line back until the end and frame it. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
