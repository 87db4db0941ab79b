import { useQuery } from '@tanstack/react-query';
import { useRole } from '../../app/session';
import { useMessages } from '../../i18n';
import { Notice } from '../../ui/Notice';
import { mailboxQuery } from './queries';

/** Where no mail server is set up, nobody receives an invitation until an administrator passes it on. */
export function MailboxHint() {
  const { people } = useMessages('office');
  const { data } = useQuery({ ...mailboxQuery, enabled: useRole('admin') });
  if (!data) return null;
  return (
    <Notice tone="warn" title={people.noMailServer}>
      <p>
        {people.noMailServerText} <a href="/mailbox">{people.openMailbox}</a>
      </p>
    </Notice>
  );
}
