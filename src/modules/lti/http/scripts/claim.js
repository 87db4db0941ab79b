// Proves that this is the browser that began the login, by what the platform kept for it.
import { read } from './platform-storage.js';

const show = (id) => (document.getElementById(id).hidden = false);
const hide = (id) => (document.getElementById(id).hidden = true);

const form = document.getElementById('claim');
const secret = await read(document.querySelector('[data-platform]').dataset);
if (typeof secret !== 'string') {
  hide('opening');
  show('blocked');
} else {
  form.elements.secret.value = secret;
  if (form.target === '') {
    form.submit();
  } else {
    hide('opening');
    show('claim');
    // Its ticket is good once.
    form.addEventListener('submit', () =>
      setTimeout(() => {
        hide('claim');
        show('opened');
      }),
    );
  }
}
