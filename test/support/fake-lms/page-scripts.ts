/** Grows with `lti.frameResize`, and takes the frame away when the tool says that it is done. */
export const PAGE_SCRIPT = `
addEventListener('message', ({ data, source, origin }) => {
  const frame = document.getElementById('tool');
  const message = typeof data === 'string' ? parsed(data) : data;
  if (!message || typeof message !== 'object') return;
  (window.received ??= []).push({ message, origin });
  if (!frame || source !== frame.contentWindow) return;
  if (message.subject === 'lti.frameResize' && Number(message.height) > 0) frame.style.height = Number(message.height) + 'px';
  if (message.subject === 'lti.close' || message.subject === 'org.imsglobal.lti.close') {
    const note = document.createElement('p');
    note.id = 'closed';
    note.textContent = 'The tool has closed.';
    frame.replaceWith(note);
  }
});
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
`;

/**
 * Platform storage by postMessage (lti-cs-pm, lti-pm-s v0.1), kept apart by the origin that stores.
 * `forwarding` names a frame that stores; `relaying` lets a frame of another origin answer.
 */
export const STORAGE_SCRIPT = `
const { mode } = document.currentScript.dataset;
const kept = new Map();
const SUBJECTS = ['lti.capabilities', 'lti.put_data', 'lti.get_data'];

function answered({ subject, key, value }, origin) {
  if (subject === 'lti.capabilities') {
    const frame = mode === 'forwarding' ? { frame: 'lms_storage' } : {};
    const stores = SUBJECTS.slice(1).map((name) => ({ subject: name, ...frame }));
    return { supported_messages: [{ subject: 'lti.capabilities' }, { subject: 'lti.frameResize' }, ...stores] };
  }
  if (mode === 'failing') return { error: { code: 'storage_exhaustion', message: 'There is no room left.' } };
  if (typeof key !== 'string' || key === '') return { error: { code: 'bad_request', message: 'A key is needed.' } };
  const name = JSON.stringify([origin, key]);
  if (subject === 'lti.put_data') {
    if (value === undefined || value === null) kept.delete(name);
    else kept.set(name, String(value));
    return { key, value };
  }
  return { key, ...(kept.has(name) ? { value: kept.get(name) } : {}) };
}

function reply(source, data, origin) {
  const content = answered(data, origin);
  source.postMessage({ subject: data.subject + '.response', message_id: data.message_id, ...content }, origin);
}

addEventListener('message', (event) => {
  const { data, source, origin } = event;
  if (!data || typeof data !== 'object' || !SUBJECTS.includes(data.subject) || mode === 'silent') return;
  if (mode === 'forwarding' && data.subject !== 'lti.capabilities') return;
  if (typeof data.message_id !== 'string' || data.message_id === '') return;
  if (mode === 'relaying') return frames.lms_storage.postMessage({ relayed: data, origin }, '*');
  reply(source, data, origin);
});

if (mode === 'wrong-origin') {
  addEventListener('message', ({ data }) => {
    if (data && data.relayed) reply(parent.frames.tool, data.relayed, data.origin);
  });
}
`;
