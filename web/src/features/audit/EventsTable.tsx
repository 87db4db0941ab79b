import { Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { VirtualTable, type VirtualTableProps } from '../../ui/VirtualTable';
import { eventWords } from './event-words';
import type { AuditEvent, AuditSearch } from './searches';

interface Props extends Pick<VirtualTableProps<AuditEvent>, 'rows' | 'query'> {
  search: AuditSearch;
}

/** The log; whoever is in it is the way to all that is theirs. */
export function EventsTable({ rows, search, query }: Props) {
  const texts = useMessages('audit');
  const { roles } = useMessages('office');
  const format = useFormat();
  const { columns } = texts;
  const named = (person: AuditEvent['person']) =>
    person && (
      <Link to="/audit" search={{ ...search, personId: person.id }} aria-label={texts.onlyOf(person.name ?? texts.gone)}>
        {person.name ?? texts.gone}
      </Link>
    );
  return (
    <VirtualTable
      caption={texts.caption}
      rows={rows}
      rowKey={({ id }) => id}
      of={search}
      query={query}
      columns={[
        { key: 'at', label: columns.at, width: [14.5, 1], cell: ({ occurredAt }) => format.dateTime(occurredAt) },
        { key: 'who', label: columns.who, width: [10, 2], cell: ({ actor }) => (actor ? named(actor) : texts.cairn) },
        { key: 'what', label: columns.what, width: [13, 3], cell: (event) => eventWords(event, texts, roles) },
        {
          key: 'whom',
          label: columns.whom,
          width: [10, 2],
          cell: ({ actor, person }) => person && person.id !== actor?.id && named(person),
        },
        { key: 'thing', label: columns.thing, width: [12, 3], cell: ({ subject }) => <Thing subject={subject} /> },
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
