/** Frames of systems that make them as tall as asked (1EdTech `lti.frameResize`); more would be a page that never ends. */
const TALLEST = 8_000;
/** Less is not worth a jump of the page around us. */
const STEP = 16;

/**
 * Tells the page that shows us in a frame how tall our content is, whenever that changes. What is measured must not grow with the frame:
 * it is the content's own height.
 */
export function tellHeight(content: HTMLElement): () => void {
  let told = 0;
  const tell = () => {
    const height = Math.min(TALLEST, Math.ceil(content.getBoundingClientRect().bottom + window.scrollY));
    if (Math.abs(height - told) < STEP) return;
    told = height;
    // Whoever frames us may know how tall we are, and nothing else is said.
    window.parent.postMessage({ subject: 'lti.frameResize', height }, '*');
  };
  const observer = new ResizeObserver(tell);
  observer.observe(content);
  tell();
  return () => observer.disconnect();
}
