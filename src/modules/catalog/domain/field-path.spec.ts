import { expect, it } from '@jest/globals';
import { fieldPath } from './field-path.js';

it.each([
  ['', ''],
  ['/outcomes', 'outcomes'],
  ['/courses/2/activities/0/body/quiz', 'courses[2].activities[0].body.quiz'],
  ['/courses/0/activities/1/body/assets/fig~1plot~0.svg', 'courses[0].activities[1].body.assets.fig/plot~.svg'],
])('writes the pointer “%s” as the field “%s”', (pointer, field) => {
  expect(fieldPath(pointer)).toBe(field);
});
