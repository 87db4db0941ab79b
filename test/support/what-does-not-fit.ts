import type { Page } from 'playwright-core';

/** What in this window hangs over, in words: what makes a page scroll sideways (WCAG 2.2, 1.4.10). */
export function whatHangsOver(page: Page): Promise<string[]> {
  return inPage(page, 'hangingOver()');
}

/** What hangs over, is cut off, is too narrow for a word or lies under something else; `except` names what is not looked at. */
export function whatDoesNotFit(page: Page, except?: string): Promise<string[]> {
  return inPage(page, '[...hangingOver(), ...cutOff(), ...brokenWords(), ...barsInTheWay(), ...covered()]', except);
}

function inPage(page: Page, expression: string, except = ':not(*)'): Promise<string[]> {
  return page.evaluate<string[]>(`((except) => { ${LOOKS}; return ${expression} })(${JSON.stringify(except)})`);
}

// In the language of the browser, whose types a server has no use for.
const LOOKS = `
  const told = (what, element, more = '') => what + ': ' + element.outerHTML.slice(0, 160) + more;
  const all = [...document.body.querySelectorAll('*')].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(except),
  );

  /** Outermost first. */
  function hangingOver() {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const over = all.filter((element) => element.getBoundingClientRect().right > clientWidth + 1).slice(0, 5);
    return [scrollWidth - clientWidth + ' px wider than the window', ...over.map((element) => told('hangs over', element))];
  }

  /** 1.4.4 and 1.4.12: text that its box does not show. What only programs read is made tiny on purpose. */
  function cutOff() {
    const isOutside = (inner, outer) =>
      inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
    const holdsText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const showsLess = (element) => {
      const box = element.getBoundingClientRect();
      return all.some((one) => element.contains(one) && holdsText(one) && (one === element || isOutside(one.getBoundingClientRect(), box)));
    };
    return all
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
        if (clientWidth <= 2 || clientHeight <= 2 || !element.textContent.trim()) return false;
        const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
        return (cuts(overflowX) && scrollWidth > clientWidth + 1) || (cuts(overflowY) && scrollHeight > clientHeight + 1);
      })
      .filter(showsLess)
      .map((element) => told('cuts off', element));
  }

  /** Columns that are too narrow for an ordinary word break it anywhere. What only programs read is clipped. */
  function brokenWords() {
    const range = document.createRange();
    const isClipped = (element) => element && (getComputedStyle(element).clipPath !== 'none' || isClipped(element.parentElement));
    const lines = (node, word, at) => {
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    };
    const ordinary = /(?<!\\S)\\p{L}{2,12}(?=[.,:;!?]?(?!\\S))/gu;
    const broken = (element) =>
      [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .flatMap((node) => [...node.data.matchAll(ordinary)].filter(({ 0: word, index }) => lines(node, word, index) > 1))
        .map(([word]) => word);
    return all
      .map((element) => [element, broken(element)])
      .filter(([element, words]) => words.length > 0 && getComputedStyle(element).hyphens !== 'auto' && !isClipped(element))
      .map(([element, words]) => told('breaks ' + words.join(', '), element));
  }

  /** Bars that stay where they are while the rest scrolls leave at least half of the window. */
  function barsInTheWay() {
    const before = scrollY;
    scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' });
    const bars = all.filter((element) => {
      const { position, top, bottom } = getComputedStyle(element);
      if (element.closest('dialog') || (position !== 'sticky' && position !== 'fixed')) return false;
      const box = element.getBoundingClientRect();
      if (box.width < innerWidth / 2) return false;
      return position === 'fixed' || box.top <= parseFloat(top) + 1 || box.bottom >= innerHeight - parseFloat(bottom) - 1;
    });
    const taken = bars.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0);
    scrollTo({ top: before, behavior: 'instant' });
    return taken > innerHeight / 2 ? bars.map((element) => told('takes room', element, ' (' + Math.round(taken) + ' px)')) : [];
  }

  /** 2.4.11: what can have the focus is, once it is scrolled to, at least in part under nothing else. */
  function covered() {
    const places = new Map([[document.scrollingElement, [scrollX, scrollY]]]);
    const modal = document.querySelector('dialog:modal');
    const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
    const found = all.filter((element) => {
      if (!element.matches(focusable) || element.matches(':disabled') || (modal && !modal.contains(element))) return false;
      for (let at = element.parentElement; at; at = at.parentElement)
        if (!places.has(at)) places.set(at, [at.scrollLeft, at.scrollTop]);
      element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const [x0, y0] = [Math.max(left, 0), Math.max(top, 0)];
      const [width, height] = [Math.min(right, innerWidth) - x0, Math.min(bottom, innerHeight) - y0];
      // Links that skip something come into sight with the focus.
      if (width <= 2 || height <= 2) return false;
      const isSeenAt = (x, y) => {
        const hit = document.elementFromPoint(x0 + width * x, y0 + height * y);
        return hit && (element.contains(hit) || hit.contains(element) || hit.closest('label')?.control === element);
      };
      return ![0.5, 0.1, 0.9].some((y) => [0.5, 0.1, 0.9].some((x) => isSeenAt(x, y)));
    });
    for (const [element, [left, top]] of places) element.scrollTo({ left, top, behavior: 'instant' });
    return found.map((element) => told('lies under something', element));
  }
`;
