import type { BadWeather } from '../support/bad-weather.js';
export function stoppedApi(_weather: () => BadWeather): void {}
