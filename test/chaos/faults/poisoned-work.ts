import type { BadWeather } from '../support/bad-weather.js';
export function poisonedWork(_weather: () => BadWeather): void {}
