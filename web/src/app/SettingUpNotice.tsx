import { useMessages } from '../i18n';
import { LinkButton } from '../ui/LinkButton';
import { Notice } from '../ui/Notice';
import { useSession } from './session';
import styles from './Shell.module.css';

/** Who came by the first administrator's link has no way back in yet. */
export function SettingUpNotice() {
  const { settingUp } = useMessages('common');
  const { person } = useSession();
  if (!person.operator || (person.hasPassword && person.email !== null)) return null;
  return (
    <aside className={styles['notice']} aria-label={settingUp.label}>
      <Notice tone="warn">
        <p>{settingUp.text}</p>
        <div>
          <LinkButton to="/account/security">{settingUp.action}</LinkButton>
        </div>
      </Notice>
    </aside>
  );
}
