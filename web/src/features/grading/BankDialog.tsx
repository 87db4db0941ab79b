import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/fields';
import { Loaded } from '../../ui/Loaded';
import { useSettled } from '../../ui/use-settled';
import { BankEntry } from './BankEntry';
import { inBankOrder, type KeptComment } from './bank-order';
import styles from './grading.module.css';
import { bankQuery } from './queries';

interface Props {
  offeringId: string;
  criterionId: string | null;
  isOpen: boolean;
  onClose: () => void;
  onInsert: (comment: KeptComment) => void;
}

/** The kept comments: one to be inserted, found by its words, rewritten, shared, or no longer wanted. */
export function BankDialog({ isOpen, onClose, ...rest }: Props) {
  const { title } = useMessages('grading').bank;
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <Kept {...rest} />
    </Dialog>
  );
}

function Kept({ offeringId, criterionId, onInsert }: Omit<Props, 'isOpen' | 'onClose'>) {
  const messages = useMessages('grading').bank;
  const { search, more } = useMessages('common');
  const [words, setWords] = useState('');
  const query = useInfiniteQuery({ ...bankQuery(offeringId, useSettled(words)), placeholderData: keepPreviousData });
  // What came later stays below what is there, whatever it is kept for.
  const comments = query.data?.pages.flatMap(({ items }) => inBankOrder(items, criterionId)) ?? [];
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // The browser opens the dialog after this, and would choose the cross.
    const frame = requestAnimationFrame(() => list.current?.querySelector('button')?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const known = useRef(Infinity);
  useEffect(() => {
    if (comments.length <= known.current) return;
    // One goes on with the first that came: the button that was pressed may be gone.
    list.current?.children[known.current]?.querySelector('button')?.focus();
    known.current = Infinity;
  }, [comments.length]);
  const showMore = () => {
    known.current = comments.length;
    void query.fetchNextPage();
  };
  return (
    <>
      <p className={styles['quiet']}>{messages.where}</p>
      <TextField label={search} type="search" value={words} onChange={setWords} maxLength={200} />
      <Loaded query={query}>
        {() => (
          <>
            <p role="status" className={styles['quiet']}>
              {comments.length === 0 && messages.none}
            </p>
            <ul ref={list} className={styles['kept']}>
              {comments.map((comment) => (
                <BankEntry key={comment.id} comment={comment} onInsert={onInsert} />
              ))}
            </ul>
            {query.hasNextPage && (
              <Button isPending={query.isFetchingNextPage} onPress={showMore}>
                {more}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
