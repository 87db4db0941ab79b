import { type Admission, type AdmissionRefusal, admit, type SeatCounts } from './seats.js';

export type Forecast = 'seat' | 'waitlist' | { refused: AdmissionRefusal };

/** What would become of people who ask for a place one after the other. Promises nothing: seats are counted again when they do. */
export class SeatForecast {
  constructor(
    private readonly admission: Admission,
    private counts: SeatCounts,
    private readonly now: Date,
  ) {}

  next(): Forecast {
    const admitted = admit(this.admission, this.counts, this.now);
    if (admitted.outcome === 'refused') return { refused: admitted.reason };
    const { taken, waiting } = this.counts;
    const isActive = admitted.outcome === 'active';
    this.counts = isActive ? { taken: taken + 1, waiting } : { taken, waiting: waiting + 1 };
    return isActive ? 'seat' : 'waitlist';
  }
}
