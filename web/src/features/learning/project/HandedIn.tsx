import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import shared from '../learning.module.css';
import type { ProjectAttempt } from './project-stage';
import styles from './project.module.css';

interface HandedInProps {
  attempt: ProjectAttempt;
  /** At first. */
  isOpen: boolean;
}

/** The work of an attempt as it was handed in, with the number that proves it. */
export function HandedIn({ attempt: { id, text, links, files, sha256 }, isOpen }: HandedInProps) {
  const { project } = useMessages('learning');
  const format = useFormat();
  return (
    <details open={isOpen}>
      <summary>{project.showWork}</summary>
      <div className={shared['stack']}>
        {text && <p className={styles['feedback']}>{text}</p>}
        {links.length > 0 && (
          <ul>
            {links.map((link) => (
              <li key={link}>
                <a href={link} rel="noopener noreferrer">
                  {link}
                </a>
              </li>
            ))}
          </ul>
        )}
        {files.length > 0 && (
          <ul>
            {files.map((file) => (
              <li key={file.id}>
                <a href={`/api/v1/attempts/${id}/files/${file.id}`} download={file.name}>
                  {file.name}
                </a>{' '}
                <span className={shared['quiet']}>{format.bytes(file.bytes)}</span>
              </li>
            ))}
          </ul>
        )}
        <p className={shared['quiet']}>
          {project.receipt}: <code>{sha256}</code>
          <br />
          {project.receiptNote}
        </p>
      </div>
    </details>
  );
}
