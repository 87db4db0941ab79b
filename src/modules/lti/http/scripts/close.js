// Tells the LMS that opened this page that it may close it (Dynamic Registration 1.0 §3.7). Without a script the button stays hidden.
const opener = window.opener ?? (window.parent === window ? null : window.parent);
for (const button of document.querySelectorAll('[data-lti-close]')) {
  if (opener === null) continue;
  button.hidden = false;
  // Who opened it is not known here, and the message tells nothing.
  button.addEventListener('click', () => opener.postMessage({ subject: 'org.imsglobal.lti.close' }, '*'));
}
