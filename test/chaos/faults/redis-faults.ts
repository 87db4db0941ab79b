import type { BadWeather } from '../support/bad-weather.js';
export function redisFaults(_weather: () => BadWeather): void {}
