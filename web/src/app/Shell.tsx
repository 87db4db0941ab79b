import { useEffect, useRef } from 'react';
import { Link, Outlet } from '@tanstack/react-router';
import { FindButton } from '../features/finding/FindButton';
import { useMessages } from '../i18n';
import { Toasts } from '../ui/toast';
import { useInstitutionTheme } from './institution-theme';
import { Bell } from './Bell';
import { MainNavigation } from './MainNavigation';
import { OfflineNotice } from './OfflineNotice';
import { ErasureNotice } from './ErasureNotice';
import { Preferences } from './Preferences';
import { PreviewNotice } from './PreviewNotice';
import { useSession } from './session';
import { SettingUpNotice } from './SettingUpNotice';
import { tellHeight } from './tell-height';
import styles from './Shell.module.css';

// An LMS has its own bar around us, and shows one screen of ours.
const isFramed = window.self !== window.top;
document.documentElement.toggleAttribute('data-framed', isFramed);

/** What stands around every screen. */
export function Shell() {
  const { skipToContent } = useMessages('common');
  const content = useRef<HTMLElement>(null);
  useEffect(() => (isFramed && content.current ? tellHeight(content.current) : undefined), []);
  const { logo } = useInstitutionTheme(useSession().institution?.id);
  return (
    <>
      <a href="#content" className={styles['skip']}>
        {skipToContent}
      </a>
      {!isFramed && <TopBar logo={logo} />}
      <OfflineNotice />
      <SettingUpNotice />
      <ErasureNotice />
      <PreviewNotice />
      <main id="content" ref={content} tabIndex={-1} className={styles['main']}>
        <Outlet />
      </main>
      <Toasts />
    </>
  );
}

function TopBar({ logo }: { logo: string | null }) {
  const { product } = useMessages('common');
  const session = useSession();
  return (
    <header className={styles['bar']}>
      <Link to="/" className={styles['home']}>
        {logo && <img src={logo} alt="" className={styles['logo']} />}
        {session.institution?.name ?? product}
      </Link>
      <MainNavigation />
      <Bell />
      <FindButton />
      <Preferences />
    </header>
  );
}
