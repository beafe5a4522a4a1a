// Says above a lesson, from its opening on, that the browser has little room left for work.

import { isShort, SHORT } from './room.js';

const OFTEN = 60_000; // milliseconds
const AT_THE_END = ' The button stands at the end of the lesson.';

const said = document.createElement('p');
said.setAttribute('role', 'alert');
said.className = 'at-shortage';

const look = async () => {
  const words = (await isShort()) ? SHORT + AT_THE_END : '';
  if (said.textContent !== words) said.textContent = words;
};

document.body.append(said);
look();
setInterval(look, OFTEN);
