// In a frame of another site a browser may keep our cookie back. Whether it does is seen by asking, before the platform is asked: some
// platforms let a login begin once only. Then the platform may keep something for the browser; and else a window of its own is needed.
import { store } from './platform-storage.js';

const page = document.querySelector('[data-next]');
const { next, secret, ...place } = page.dataset;
const check = await fetch('/lti/login/cookie', { credentials: 'same-origin', cache: 'no-store' })
  .then((answer) => answer.json())
  .catch(() => ({ kept: false }));
if (check.kept || (await store(place, secret))) {
  location.replace(next);
} else {
  document.getElementById('opening').hidden = true;
  document.getElementById(window.parent === window ? 'refused' : 'blocked').hidden = false;
}
