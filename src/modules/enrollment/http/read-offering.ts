import type { StoredDueRule } from '../domain/stored-due-rule.js';
import { Problem } from '../../../platform/http/problem.js';
import { invalidFields } from '../../../platform/http/problems.js';
import type { OfferingChanges } from '../use-cases/change-offering.js';
import type { NewOffering } from '../use-cases/open-offering.js';
import type { ChangeOfferingDto, CreateOfferingDto, DueRuleDto } from './offering.dto.js';

export function readNewOffering(body: CreateOfferingDto): NewOffering {
  const { editionId, title, seats, waitlist, openEnrollment, priceLabel, latePolicy } = body;
  return {
    editionId,
    title,
    seats,
    waitlist,
    openEnrollment,
    priceLabel,
    latePolicy,
    startsAt: new Date(body.startsAt),
    endsAt: moment(body.endsAt),
    enrollFrom: new Date(body.enrollFrom),
    enrollUntil: moment(body.enrollUntil),
    projectDue: body.projectDue && readDueRuleDto(body.projectDue),
  };
}

export function readOfferingChanges({ startsAt, endsAt, enrollFrom, enrollUntil, ...plain }: ChangeOfferingDto): OfferingChanges {
  return {
    ...plain,
    ...(startsAt === undefined ? {} : { startsAt: new Date(startsAt) }),
    ...(endsAt === undefined ? {} : { endsAt: moment(endsAt) }),
    ...(enrollFrom === undefined ? {} : { enrollFrom: new Date(enrollFrom) }),
    ...(enrollUntil === undefined ? {} : { enrollUntil: moment(enrollUntil) }),
  };
}

function moment(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

function readDueRuleDto({ type, days, at, timeZone }: DueRuleDto): StoredDueRule {
  if (timeZone !== null && !isTimeZone(timeZone))
    throw refused('timeZone', 'Use an IANA time zone such as Europe/Vienna, or null.');
  if (type === 'fixed') {
    if (at === undefined) throw refused('at', 'Say on which day it is due.');
    return { type, at: new Date(at).toISOString(), timeZone };
  }
  if (days === undefined) throw refused('days', 'Say how many days after the start it is due.');
  return { type, days, timeZone };
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function refused(field: string, detail: string): Problem {
  return new Problem(invalidFields, { errors: [{ field: `projectDue.${field}`, code: 'required', detail }] });
}
