// In a frame of another site a browser may keep our cookie back. Whether it does is seen by asking, before the platform is asked: some
// platforms let a login begin once only.
const page = document.querySelector('[data-next]');
const check = await fetch('/lti/login/cookie', { credentials: 'same-origin', cache: 'no-store' })
  .then((answer) => answer.json())
  .catch(() => ({ kept: false }));
if (check.kept) {
  location.replace(page.dataset.next);
} else {
  document.getElementById('opening').hidden = true;
  document.getElementById('blocked').hidden = false;
}
