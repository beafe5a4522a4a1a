// A lesson can be read before it is drawn: its page to read stands there until the notebook does.
// Until then the keys reach nothing of what is made ready behind it.

const DRAWN = '.jp-Notebook .jp-RenderedMarkdown:not(:empty)';
const LEFT_OUT = '.at-run, .at-run + p, .headerlink, script';
const WAIT = 'You can read already. The lesson is being made ready.';
const READY = 'The lesson is ready.';

const lesson = new URLSearchParams(location.search).get('path')?.replace(/\.ipynb$/, '');
const address = new URL(`../../lessons/${lesson}.html`, location.href);

/** The words of the page to read, its links as they are meant there; undefined where there is none. */
const wordsOf = async () => {
  const found = await fetch(address);
  if (!found.ok) return undefined;
  const page = new DOMParser().parseFromString(await found.text(), 'text/html');
  const words = page.querySelector('article');
  words?.removeAttribute('role'); // the main part of this page is the notebook
  words?.querySelectorAll(LEFT_OUT).forEach((one) => one.remove());
  for (const name of ['href', 'src']) {
    words?.querySelectorAll(`[${name}]`).forEach((one) => one.setAttribute(name, new URL(one.getAttribute(name), address)));
  }
  return words;
};

/** Resolved as soon as the notebook shows a text. */
const drawn = new Promise((resolve) => {
  const look = () => document.querySelector(DRAWN) && (seen.disconnect(), resolve());
  const seen = new MutationObserver(look);
  seen.observe(document.body, {childList: true, subtree: true});
});

/** Let keys and screen readers reach this place alone; gives what lets them reach the rest again. */
const alone = (place) => {
  const behind = () => [...document.body.children].filter((one) => one !== place && one.role !== 'alert');
  const shut = () => behind().forEach((one) => one.toggleAttribute('inert', true));
  const seen = new MutationObserver(shut); // JupyterLab comes later, piece by piece
  seen.observe(document.body, {childList: true});
  shut();
  return () => {
    seen.disconnect();
    behind().forEach((one) => one.toggleAttribute('inert', false));
  };
};

const show = (words) => {
  const place = document.createElement('section');
  Object.assign(place, {className: 'at-reading', tabIndex: 0, ariaLabel: 'The lesson, to read'});
  const told = Object.assign(document.createElement('p'), {role: 'status', textContent: WAIT});
  const go = Object.assign(document.createElement('button'), {textContent: 'Go on in the lesson', hidden: true});
  const head = document.createElement('div');
  head.className = 'at-reading-head';
  head.append(told, go);
  place.append(head, words);
  document.body.append(place);
  const open = alone(place);
  const leave = () => {
    place.remove();
    open();
    window.jupyterapp?.shell.currentWidget?.activate(); // the keys are in the notebook
  };
  go.addEventListener('click', leave);
  drawn.then(() => {
    const hasBegun = place.scrollTop || place.contains(document.activeElement);
    if (!hasBegun) leave();
    told.textContent = READY;
    go.hidden = false;
  });
};

if (lesson && lesson !== 'glossary') wordsOf().then((words) => words && !document.querySelector(DRAWN) && show(words));
