import { it } from '@jest/globals';
import type { BadWeather } from './bad-weather.js';
import { say } from './tally.js';

/** A test that does harm to a Cairn and looks at what came of it. */
export type Drill = (name: string, act: (weather: BadWeather) => Promise<void>) => void;

/** Drills that share one bad weather. When one fails, it shows what the processes said last. */
export function drillsIn(weather: () => BadWeather): Drill {
  return (name, act) => {
    it(name, async () => {
      try {
        await act(weather());
      } catch (error) {
        say(weather().lastWords);
        throw error;
      }
    });
  };
}
