// Whether this browser would keep somebody signed in, seen before they have typed a password for nothing or used up a link that works
// once. What it says of itself is no answer: `navigator.cookieEnabled` is true where the setting of a site refuses them.
const inFrame = window.top !== window;
const KEPT = inFrame ? 'SameSite=None; Secure; Partitioned' : 'SameSite=Lax';

function keepsCookies() {
  try {
    document.cookie = `cairn-kept=1; ${KEPT}`;
    const kept = document.cookie.includes('cairn-kept=1');
    document.cookie = `cairn-kept=; Max-Age=0; ${KEPT}`;
    return kept;
  } catch {
    // In a sandbox.
    return false;
  }
}

if (!keepsCookies()) {
  document.querySelector('[data-cookies="kept"]').hidden = true;
  document.querySelector('[data-cookies="refused"]').hidden = false;
  document.querySelector('[data-own-window]').hidden = !inFrame;
}
