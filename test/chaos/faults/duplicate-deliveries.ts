import type { BadWeather } from '../support/bad-weather.js';
export function duplicateDeliveries(_weather: () => BadWeather): void {}
