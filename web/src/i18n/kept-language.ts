import { browserStore } from '../kept/browser-store';

const KEPT_AS = 'cairn.locale';
/** Where the pages that the server makes keep it and look for it: one choice holds for them and for the application. */
const COOKIE = 'cairn-language';
const A_YEAR_SECONDS = 31_536_000;

/** What was chosen last with this browser, here or there. In a frame on a page of another site there may be no cookie. */
export function keptLanguage(): string | null {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith(`${COOKIE}=`));
  return cookie?.slice(COOKIE.length + 1) ?? browserStore.getItem(KEPT_AS);
}

export function keepLanguage(language: string): void {
  browserStore.setItem(KEPT_AS, language);
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${COOKIE}=${language}; Path=/; Max-Age=${A_YEAR_SECONDS}; SameSite=Lax${secure}`;
}
