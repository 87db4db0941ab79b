import { TEST_TYPE, WEBHOOK_EVENTS, type WebhookEventType } from './event-types.js';

export interface ToldEvent {
  id: string;
  institutionId: string;
  type: WebhookEventType;
  subjectType: string;
  subjectId: string;
  particulars: Readonly<Record<string, unknown>>;
  occurredAt: Date;
}

/** What is sent: the same id and the same text in every attempt, to every endpoint. */
export interface Message {
  webhookId: string;
  body: string;
}

type Plain = string | number | boolean;

/** A thin message (Standard Webhooks 1.0, "Payload structure"): what happened, when, and the ids with which the API tells more. */
export function messageOf({ id, institutionId, type, subjectType, subjectId, particulars, occurredAt }: ToldEvent): Message {
  const told: [string, Plain][] = [
    ['institutionId', institutionId],
    [`${camelCase(subjectType)}Id`, subjectId],
  ];
  for (const name of WEBHOOK_EVENTS[type]) {
    const value = particulars[name];
    if (isPlain(value)) told.push([name, value]);
  }
  return message(id, type, occurredAt, Object.fromEntries(told));
}

/** A message by which somebody tries an endpoint. */
export function testMessage(id: string, institutionId: string, endpointId: string, now: Date): Message {
  return message(id, TEST_TYPE, now, { institutionId, endpointId });
}

function message(id: string, type: string, at: Date, data: Readonly<Record<string, Plain>>): Message {
  return { webhookId: `msg_${id}`, body: JSON.stringify({ type, timestamp: at.toISOString(), data }) };
}

// What is a text is an id, a moment or a state: none of them is longer.
const LONGEST = 100;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value.length <= LONGEST);
}

function camelCase(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
