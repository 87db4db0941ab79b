import { Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Table } from '../../ui/Table';
import { eventWords } from './event-words';
import type { AuditEvent } from './searches';

interface Props {
  rows: readonly AuditEvent[];
  /** Narrows the log to somebody. */
  onPerson: (personId: string) => void;
}

export function EventsTable({ rows, onPerson }: Props) {
  const texts = useMessages('audit');
  const { roles } = useMessages('office');
  const format = useFormat();
  const { columns } = texts;
  const named = (person: AuditEvent['person']) =>
    person && (
      <Button look="quiet" aria-label={texts.onlyOf(person.name ?? texts.gone)} onPress={() => onPerson(person.id)}>
        {person.name ?? texts.gone}
      </Button>
    );
  return (
    <Table
      caption={texts.caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'at', label: columns.at, cell: ({ occurredAt }) => format.dateTime(occurredAt) },
        { key: 'who', label: columns.who, cell: ({ actor }) => (actor ? named(actor) : texts.cairn) },
        { key: 'what', label: columns.what, cell: (event) => eventWords(event, texts, roles) },
        {
          key: 'whom',
          label: columns.whom,
          cell: ({ actor, person }) => person && person.id !== actor?.id && named(person),
        },
        { key: 'thing', label: columns.thing, cell: ({ subject }) => <Thing subject={subject} /> },
      ]}
    />
  );
}

/** The way to what an event is about, where it has a screen of its own. */
function Thing({ subject: { type, id, title } }: Pick<AuditEvent, 'subject'>) {
  if (!title) return null;
  if (type === 'enrollment')
    return (
      <Link to="/enrollments/$enrollmentId" params={{ enrollmentId: id }}>
        {title}
      </Link>
    );
  if (type === 'credential')
    return (
      <Link to="/credentials/$credentialId" params={{ credentialId: id }}>
        {title}
      </Link>
    );
  if (type === 'offering')
    return (
      <Link to="/offerings/$offeringId" params={{ offeringId: id }}>
        {title}
      </Link>
    );
  return title;
}
