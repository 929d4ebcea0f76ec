// SPDX-License-Identifier: EUPL-1.2
// The pages work without this file. It starts the design system, starts it again in what htmx swaps in, and reads
// aloud the few messages that a swapped part carries in data-besked.
'use strict';

DKFDS.init();

document.body.addEventListener('htmx:afterSettle', (event) => {
  DKFDS.init({ scope: event.target });
  const carrier = event.target.closest('[data-besked]');
  const region = document.getElementById('besked');
  if (carrier && region.textContent !== carrier.dataset.besked) region.textContent = carrier.dataset.besked;
});

for (const button of document.querySelectorAll('[data-udskriv]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
