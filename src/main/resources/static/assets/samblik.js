// SPDX-License-Identifier: EUPL-1.2
// The pages work without this file. It starts the design system, starts it again in what htmx swaps in, and reads
// aloud the few messages that a part carries in data-besked.
'use strict';

// htmx writes down the address of each page, whatever it is told of history; it would outlive the session.
sessionStorage.removeItem('htmx-current-path-for-history');

DKFDS.init();

function tell(carrier) {
  const region = document.getElementById('besked');
  if (carrier && region.textContent !== carrier.dataset.besked) region.textContent = carrier.dataset.besked;
}

// A refresh may have ended before its page was there: then nothing is ever swapped in.
tell(document.querySelector('[data-besked]'));

document.body.addEventListener('htmx:afterSettle', (event) => {
  DKFDS.init({ scope: event.target });
  tell(event.target.closest('[data-besked]'));
});

for (const button of document.querySelectorAll('[data-udskriv]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

for (const button of document.querySelectorAll('[data-kopier]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.kopier).value);
    button.querySelector('span').textContent = button.dataset.kopieret;
  });
}

// A connection that breaks is said, and the page asks by itself until it is there again; the fetch goes on either way.
const followed = document.getElementById('foelger');
if (followed) {
  const lost = document.getElementById('forbindelse');
  let asking = 0;
  const found = () => {
    clearInterval(asking);
    asking = 0;
    if (lost) lost.hidden = true;
  };
  followed.addEventListener('htmx:sseError', () => {
    if (asking || !document.querySelector('#fremdrift[hx-get]')) return;
    lost.hidden = false;
    asking = setInterval(() => {
      if (document.querySelector('#fremdrift[hx-get]')) htmx.trigger('#fremdrift', 'hent');
      else found();
    }, 2000);
  });
  followed.addEventListener('htmx:sseOpen', found);
  // What may not be shown any more must not stay on the page either.
  document.body.addEventListener('htmx:responseError', (event) => {
    if (event.detail.xhr.status === 404) window.location.reload();
  });
}
