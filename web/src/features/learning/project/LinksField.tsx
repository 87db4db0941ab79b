import { Plus, X } from 'lucide-react';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { TextField } from '../../../ui/fields';
import styles from './project.module.css';

const MOST_LINKS = 20;

/** Addresses of the work, one a line. */
export function LinksField({ links, onChange }: { links: readonly string[]; onChange: (links: string[]) => void }) {
  const { project } = useMessages('learning');
  const format = useFormat();
  return (
    <fieldset className={styles['group']}>
      <legend>{project.links}</legend>
      {links.map((link, index) => (
        // A line has no other name than its place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={styles['link']}>
          <TextField
            label={project.link(format.number(index + 1))}
            name={`links/${index}`}
            type="url"
            inputMode="url"
            placeholder="https://"
            value={link}
            onChange={(value) => onChange(links.with(index, value))}
          />
          <Button
            look="quiet"
            icon={<X aria-hidden />}
            aria-label={project.removeLink(format.number(index + 1))}
            onPress={() => onChange(links.toSpliced(index, 1))}
          />
        </div>
      ))}
      {links.length < MOST_LINKS && (
        <div>
          <Button icon={<Plus aria-hidden />} onPress={() => onChange([...links, ''])}>
            {project.addLink}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
