import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  ArrowRightLeft,
  Award,
  BellRing,
  CalendarClock,
  FileCheck,
  Import,
  ListChecks,
  Mail,
  MailOpen,
  MessageSquareText,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Notice';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { noticeWords } from './notice-words';
import styles from './notices.module.css';
import { mark, type Notice } from './queries';

const ICONS = {
  feedback: MessageSquareText,
  deadline_near: CalendarClock,
  badge_issued: Award,
  correction_decided: FileCheck,
  reminder: BellRing,
  place_moved: ArrowRightLeft,
  grading_waiting: ListChecks,
  import_finished: Import,
} as const;

/** One thing that one was told, with the way to it. Going there is reading it. */
export function NoticeLine({ notice }: { notice: Notice }) {
  const messages = useMessages('notices');
  const format = useFormat();
  const isRead = notice.readAt !== null;
  const marking = useMutation({ mutationFn: (read: boolean) => mark(notice, read) });
  const words = noticeWords(notice, messages, format);
  const Icon = ICONS[notice.kind];
  return (
    <li className={styles['notice']} data-read={isRead}>
      <Icon aria-hidden />
      <div className={styles['what']}>
        <p>
          <NoticeLink notice={notice} onFollow={() => isRead || marking.mutate(true)}>
            {words}
          </NoticeLink>
        </p>
        <p className={styles['quiet']}>
          {!isRead && <Chip tone="warn">{messages.isNew}</Chip>} {format.relative(notice.createdAt)}
        </p>
        {marking.error && <ProblemNotice problem={marking.error} />}
      </div>
      <Button
        look="quiet"
        icon={isRead ? <Mail aria-hidden /> : <MailOpen aria-hidden />}
        isPending={marking.isPending}
        aria-label={isRead ? messages.markUnread(words) : messages.markRead(words)}
        title={isRead ? messages.markUnread(words) : messages.markRead(words)}
        onPress={() => marking.mutate(!isRead)}
      />
    </li>
  );
}

interface NoticeLinkProps {
  notice: Notice;
  onFollow: () => void;
  children: ReactNode;
}

function NoticeLink({ notice: { kind, enrollmentId, particulars }, onFollow, children }: NoticeLinkProps) {
  const { publicId } = particulars;
  if ((kind === 'feedback' || kind === 'deadline_near') && enrollmentId) {
    return (
      <Link to="/learning/$enrollmentId/project" params={{ enrollmentId }} onClick={onFollow}>
        {children}
      </Link>
    );
  }
  if ((kind === 'place_moved' || kind === 'reminder') && enrollmentId) {
    return (
      <Link to="/learning/$enrollmentId" params={{ enrollmentId }} onClick={onFollow}>
        {children}
      </Link>
    );
  }
  if (kind === 'grading_waiting') {
    return (
      <Link to="/grading" onClick={onFollow}>
        {children}
      </Link>
    );
  }
  if (kind === 'import_finished') {
    return (
      <Link to="/studio" onClick={onFollow}>
        {children}
      </Link>
    );
  }
  if (kind === 'badge_issued' && typeof publicId === 'string') {
    return (
      <a href={`/credentials/${publicId}`} onClick={onFollow}>
        {children}
      </a>
    );
  }
  return (
    <Link to="/badges" onClick={onFollow}>
      {children}
    </Link>
  );
}
