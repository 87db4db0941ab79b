import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { useSettled } from '../../ui/use-settled';
import styles from './office.module.css';
import { type Member, membersQuery, type Role } from './queries';

export interface MemberSearchProps {
  label: string;
  hint: string;
  /** Only members who hold it. */
  role?: Role;
  /** What the button beside somebody says, and its full name for those who do not see the row. */
  act: { label: string; name: (name: string) => string; run: (member: Member) => void; isPending: boolean };
}

/** Finds members by name or address, to do something with one of them. */
export function MemberSearch({ label, hint, role, act }: MemberSearchProps) {
  const { learners } = useMessages('office');
  const [text, setText] = useState('');
  const query = useInfiniteQuery(membersQuery({ q: useSettled(text.trim()), role }));
  const found = query.data?.pages.flatMap(({ items }) => items).slice(0, 10);
  return (
    <>
      <TextField type="search" label={label} hint={hint} value={text} onChange={setText} autoComplete="off" />
      {query.error && <ProblemNotice problem={query.error} />}
      <div role="status">{found?.length === 0 && learners.nobody}</div>
      <ul className={styles['found']}>
        {found?.map((member) => (
          <li key={member.personId}>
            <span>
              {member.name}
              {member.email && <span className={styles['quiet']}> {member.email}</span>}
            </span>
            <Button isPending={act.isPending} aria-label={act.name(member.name)} onPress={() => act.run(member)}>
              {act.label}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
