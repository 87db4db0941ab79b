import type { AuditEvent } from '../domain/audit.js';
import type { AuditEventView } from './audit.dto.js';

export function presentAuditEvent(event: AuditEvent): AuditEventView {
  const { id, type, occurredAt, actorId, actorName, personId, personName, subjectType, subjectId, title, particulars } = event;
  return {
    id,
    type,
    occurredAt: occurredAt.toISOString(),
    actor: actorId === null ? null : { id: actorId, name: actorName },
    person: personId === null ? null : { id: personId, name: personName },
    subject: { type: subjectType, id: subjectId, title },
    particulars,
  };
}
