import type { DynamicModule, Type } from '@nestjs/common';

/** Something done again and again: `run` finds what is due and does it. Must be safe to run twice. */
export interface Duty {
  run(): Promise<unknown>;
}

export interface ScheduledDuty {
  name: string;
  everySeconds: number;
  provider: Type<Duty>;
  /** Modules that the provider comes from. */
  imports: (Type<unknown> | DynamicModule)[];
}
