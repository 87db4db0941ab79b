import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../../i18n';
import shared from '../learning.module.css';
import styles from './quiz.module.css';

const TOLD_AT_MINUTES = [10, 5, 1];

/** A clock for the eye, and a word for the ear when it gets close. `onOver` once. By the time since it was asked, not by the device's clock. */
export function TimeLeft({ seconds, onOver }: { seconds: number; onOver: () => void }) {
  const { quiz } = useMessages('learning');
  const [end] = useState(() => performance.now() + seconds * 1_000);
  const [left, setLeft] = useState(seconds);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    const timer = setInterval(() => {
      const now = Math.max(0, Math.round((end - performance.now()) / 1_000));
      setLeft(now);
      if (now > 0) return;
      clearInterval(timer);
      over.current();
    }, 1_000);
    return () => clearInterval(timer);
  }, [end]);
  const minutes = TOLD_AT_MINUTES.find((mark) => left <= mark * 60 && left > mark * 60 - 30);
  return (
    <>
      <span role="timer" aria-label={quiz.timeLeft} className={styles['clock']}>
        {clock(left)}
      </span>
      <span role="status" className={shared['hidden']}>
        {minutes !== undefined && quiz.minutesLeft(minutes)}
      </span>
    </>
  );
}

function clock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
}
