import { Pause, Play, X } from 'lucide-react';
import { useRef } from 'react';
import { problemOf } from '../api/problem';
import { useMessages } from '../i18n';
import { useFormat } from '../i18n/format';
import { Button } from '../ui/Button';
import { Progress } from '../ui/Progress';
import { ProblemNotice } from '../ui/ProblemNotice';
import { shareOf, type Transfer } from './transfer';
import type { Uploads } from './use-uploads';
import styles from './uploads.module.css';

/** Files on their way: how far each is, with pause, go on and cancel; and what is told of them to those who do not see the bars. */
export function UploadList({ uploads: { uploads, ...acts } }: { uploads: Uploads }) {
  const { told } = useMessages('uploads');
  const { name, stage } = uploads.find((one) => one.stage !== 'sending') ?? uploads.at(-1) ?? {};
  return (
    <>
      {uploads.length > 0 && (
        <ul className={styles['uploads']}>
          {uploads.map((upload) => (
            <Line key={upload.id} upload={upload} {...acts} />
          ))}
        </ul>
      )}
      <span role="status" className={styles['told']}>
        {name !== undefined && stage !== undefined && told[stage](name)}
      </span>
    </>
  );
}

type LineProps = { upload: Transfer } & Omit<Uploads, 'uploads'>;

function Line({ upload, start, pause, resume, cancel }: LineProps) {
  const { id, name, bytes, sent, stage, problem } = upload;
  const texts = useMessages('uploads');
  const format = useFormat();
  const isPaused = stage === 'paused';
  const howFar = texts.howFar(format.bytes(sent), format.bytes(bytes));
  return (
    <li>
      <div className={styles['head']}>
        <span className={styles['name']}>{name}</span>
        <span className={styles['acts']}>
          {/* One button for both, so that the focus stays on it. */}
          {(stage === 'sending' || stage === 'waiting' || isPaused) && (
            <Button
              look="quiet"
              icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
              aria-label={isPaused ? texts.resume(name) : texts.pause(name)}
              onPress={() => (isPaused ? resume(id) : pause(id))}
            />
          )}
          {stage !== 'finishing' && (
            <Button look="quiet" icon={<X aria-hidden />} aria-label={texts.cancel(name)} onPress={() => cancel(id)} />
          )}
        </span>
      </div>
      {stage === 'failed' ? (
        <div className={styles['failed']}>
          {problemOf(problem)?.message ? <p role="alert">{problemOf(problem)?.message}</p> : <ProblemNotice problem={problem} />}
          <Button onPress={() => resume(id)}>{texts.tryAgain}</Button>
        </div>
      ) : (
        <Progress label={texts.uploading(name)} share={shareOf(upload)}>
          {howFar}
        </Progress>
      )}
      {stage !== 'sending' && stage !== 'failed' && stage !== 'arrived' && (
        <p className={styles['stage']}>{texts.stages[stage]}</p>
      )}
      {stage === 'lost' && <ChooseAgain name={name} onChosen={(file) => start([file])} />}
    </li>
  );
}

/** The browser gives a page no way back to a file that somebody chose before it was loaded. */
function ChooseAgain({ name, onChosen }: { name: string; onChosen: (file: File) => void }) {
  const texts = useMessages('uploads');
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={texts.chooseAgain(name)}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) onChosen(file);
        }}
      />
      <Button aria-label={texts.chooseAgain(name)} onPress={() => input.current?.click()}>
        {texts.choose}
      </Button>
    </div>
  );
}
