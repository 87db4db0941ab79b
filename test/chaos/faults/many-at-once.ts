import type { BadWeather } from '../support/bad-weather.js';
export function manyAtOnce(_weather: () => BadWeather): void {}
