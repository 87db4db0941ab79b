// Draws in a thread of its own, because the compiler blocks until it is done. What people wrote arrives as inputs (strings that a
// drawing shows) and never as source (markup that is obeyed). CommonJS, because the build leaves such a file as it is.
const { parentPort } = require('node:worker_threads');
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

const KEEP_RESULTS_OF = 10;

const compiler = NodeCompiler.create();

parentPort.on('message', ({ id, kind, source, inputs }) => {
  parentPort.postMessage({ id, ...draw(kind, source, inputs) }, []);
  compiler.evictCache(KEEP_RESULTS_OF);
});

function draw(kind, mainFileContent, inputs) {
  const document = { mainFileContent, inputs };
  try {
    if (kind === 'svg') return { result: compiler.plainSvg(document), accessible: true };
    try {
      return { result: compiler.pdf(document, { pdfStandard: 'ua-1' }), accessible: true };
    } catch (error) {
      // No installed font has one of its characters. The standard forbids that; a certificate with a gap is better than none.
      if (!/PDF\/UA-1 error: the text .* could not be displayed/.test(error.message)) throw error;
      return { result: compiler.pdf(document), accessible: false };
    }
  } catch (error) {
    return { failure: error.message || complaints(document) };
  }
}

/** Errors of the drawing itself come without a message. */
function complaints(document) {
  const { shortDiagnostics = [] } = compiler.compile(document).takeDiagnostics() ?? {};
  return shortDiagnostics.map(({ message }) => message).join('; ') || 'nobody knows why';
}
