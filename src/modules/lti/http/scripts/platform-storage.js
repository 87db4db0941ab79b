// Where a browser keeps no cookie in a frame, the page of the platform around it may keep something for it (lti-cs-pm v0.1).
const PATIENCE_MS = 1_200;
// Who has said that it keeps things is waited for longer: without it, people need a window of their own.
const PATIENCE_WITH_KEEPER_MS = 5_000;
// The frame that keeps it may still be loading.
const AGAIN_MS = 300;

/** Whether it is kept: read back, since an answer alone says little. */
export async function store(place, value) {
  const frame = await frameThatKeeps(place);
  if (frame === null || !(await ask(frame, place.platform, { subject: 'lti.put_data', key: place.key, value }))) return false;
  return (await readFrom(frame, place)) === value;
}

/** What is kept; `undefined` for nothing. */
export async function read(place) {
  const frame = await frameThatKeeps(place);
  return frame === null ? undefined : readFrom(frame, place);
}

async function readFrom(frame, { platform, key }) {
  return (await ask(frame, platform, { subject: 'lti.get_data', key }))?.value;
}

async function frameThatKeeps({ target }) {
  if (window.parent === window) return null;
  // Asked also where the login names no frame. It is no secret, so whoever is around us may answer; what follows goes to the platform alone.
  const said = await ask(window.parent, '*', { subject: 'lti.capabilities' }, PATIENCE_MS);
  if (!said) return target === '' ? null : named(target);
  const able = Array.isArray(said.supported_messages) ? said.supported_messages : [];
  const putting = able.find((one) => one?.subject === 'lti.put_data');
  return putting ? named(putting.frame || target || '_parent') : null;
}

function named(name) {
  if (name === '_parent') return window.parent;
  try {
    const frame = window.parent.frames[name];
    return typeof frame.postMessage === 'function' ? frame : null;
  } catch {
    // There is no such frame.
    return null;
  }
}

function ask(frame, origin, message, patience = PATIENCE_WITH_KEEPER_MS) {
  const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
  return new Promise((resolve) => {
    const send = () => frame.postMessage({ ...message, message_id: id }, origin);
    const again = setInterval(send, AGAIN_MS);
    const enough = setTimeout(() => done(null), patience);
    const done = (answer) => {
      clearInterval(again);
      clearTimeout(enough);
      removeEventListener('message', hear);
      resolve(answer);
    };
    const hear = ({ data, source, origin: from }) => {
      if (source !== frame || (origin !== '*' && from !== origin)) return;
      if (data?.message_id !== id || data.subject !== `${message.subject}.response`) return;
      done(data.error ? null : data);
    };
    addEventListener('message', hear);
    send();
  });
}
