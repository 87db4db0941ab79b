import type { BadWeather } from '../support/bad-weather.js';
export function databaseFaults(_weather: () => BadWeather): void {}
