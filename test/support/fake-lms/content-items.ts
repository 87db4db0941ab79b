import { insist, isRecord, urlOf } from './site.js';
import type { Claims } from './words.js';

export type ContentItem = Claims & { type: string };

/** Content items as Deep Linking 2.0 §3 describes them, and as the request allows them (§4.4.2). */
export function checkItems(items: ContentItem[], settings: Claims): void {
  const types = settings['accept_types'] as string[];
  insist([
    ['items/accept-multiple', settings['accept_multiple'] !== false || items.length <= 1, 'One item was asked for.'],
    ['items/accept-types', items.every(({ type }) => types.includes(type)), `Of the types ${types.join(', ')} alone.`],
  ]);
  for (const item of items) checkItem(item, settings);
}

function checkItem(item: ContentItem, settings: Claims): void {
  const targets = settings['accept_presentation_document_targets'] as string[];
  const { url, title, text, custom, lineItem, icon, thumbnail } = item;
  const isOptionalText = (value: unknown) => value === undefined || typeof value === 'string';
  insist([
    [
      'items/url',
      item.type === 'ltiResourceLink' ? url === undefined || urlOf(url) !== null : urlOf(url) !== null,
      '`url` has to be a whole address.',
    ],
    ['items/title', isOptionalText(title) && isOptionalText(text), '`title` and `text` are texts.'],
    ['items/target-iframe', item['iframe'] === undefined || targets.includes('iframe'), 'No frame was asked for.'],
    ['items/target-window', item['window'] === undefined || targets.includes('window'), 'No window was asked for.'],
    [
      'items/custom',
      custom === undefined || (isRecord(custom) && Object.values(custom).every((value) => typeof value === 'string')),
      '`custom` has texts alone.',
    ],
    ['items/line-item-refused', lineItem === undefined || settings['accept_lineitem'] !== false, 'No line items were asked for.'],
    ['items/line-item', lineItem === undefined || isLineItem(lineItem), '`lineItem` needs a `scoreMaximum` above 0.'],
    ['items/pictures', [icon, thumbnail].every(isPicture), '`icon` and `thumbnail` need a `url`, and sizes in whole pixels.'],
    [
      'items/dates',
      ['available', 'submission'].every((name) => item[name] === undefined || isSpan(item[name])),
      '`available` and `submission` have a start, an end or both: dates with a zone, the start before the end.',
    ],
    [
      'items/dates-of-links',
      item.type === 'ltiResourceLink' || (item['available'] === undefined && item['submission'] === undefined),
      'Only what is launched has dates.',
    ],
  ]);
}

function isLineItem(given: unknown): boolean {
  return (
    isRecord(given) &&
    typeof given['scoreMaximum'] === 'number' &&
    given['scoreMaximum'] > 0 &&
    (given['label'] === undefined || typeof given['label'] === 'string')
  );
}

function isPicture(given: unknown): boolean {
  const isSize = (value: unknown) => value === undefined || (Number.isInteger(value) && (value as number) > 0);
  return (
    given === undefined || (isRecord(given) && urlOf(given['url']) !== null && isSize(given['width']) && isSize(given['height']))
  );
}

/** Deep Linking 2.0 §3.2: when a link is there, or takes work. */
export interface Span {
  startDateTime?: string;
  endDateTime?: string;
}

export function isSpan(given: unknown): given is Span {
  if (!isRecord(given)) return false;
  const { startDateTime: start, endDateTime: end, ...others } = given;
  const both = [start, end].filter((value) => value !== undefined);
  const isInOrder = both.length < 2 || Date.parse(String(start)) < Date.parse(String(end));
  return both.length > 0 && both.every(isDate) && isInOrder && Object.keys(others).length === 0;
}

/** ISO 8601 with a zone. */
export function isDate(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}
