// SPDX-License-Identifier: EUPL-1.2
// Tells five minutes before a session ends, and lets it last longer where it may. Without this file it ends unannounced.
// What is asked here by itself (GET) keeps no session; only the reader's own answer (POST) does. Nothing is stored.
'use strict';

{
  const TOLD_BEFORE = 300;
  const dialog = document.getElementById('session');
  const stay = dialog.querySelector('form[data-forlaenges]');
  let end;
  let extensible;
  let asking = false;
  let silenced = false;

  const left = () => Math.max(0, Math.ceil((end - Date.now()) / 1000));

  const show = () => {
    for (const part of dialog.querySelectorAll('[data-forlaenges]')) {
      part.hidden = (part.dataset.forlaenges === 'nej') === extensible;
    }
    const minutes = Math.floor(left() / 60);
    const heard = dialog.dataset.minutter.replace('MM', Math.ceil(left() / 60));
    const status = dialog.querySelector('[data-minut]');
    dialog.querySelector('[data-ur]').textContent = dialog.dataset.tid.replace('MM', minutes).replace('SS', left() % 60);
    if (status.textContent !== heard) status.textContent = heard;
    if (!dialog.open && !silenced) dialog.showModal();
  };

  const look = () => {
    if (left() <= TOLD_BEFORE) return show();
    silenced = false;
    if (dialog.open) dialog.close();
  };

  const lasts = (seconds, mayBeLonger) => {
    end = Date.now() + seconds * 1000;
    extensible = mayBeLonger;
  };

  // Another tab may have kept the session, so the hub is asked before anything is said, and before the page is left.
  const ask = async (request) => {
    if (asking && !request.method) return;
    asking = true;
    try {
      const answer = await fetch(stay.action, { redirect: 'manual', ...request });
      const told = answer.ok ? await answer.json() : null;
      if (answer.status === 403 || (told && told.seconds === 0)) {
        location.assign(dialog.dataset.slut);
      } else if (told) {
        lasts(told.seconds, told.extensible);
        look();
      }
    } catch {
      // No answer: the countdown goes on, and the hub is asked again.
    } finally {
      asking = false;
    }
  };

  const tick = () => {
    const told = dialog.open || silenced;
    if (left() === 0 || (left() <= TOLD_BEFORE && !told)) ask({});
    else if (told) look();
  };

  // However it is closed, by a button or by Esc: somebody is there.
  dialog.addEventListener('close', () => {
    if (left() > TOLD_BEFORE) return;
    if (extensible) ask({ method: 'POST', body: new URLSearchParams(new FormData(stay)) });
    else silenced = true;
  });
  stay.addEventListener('submit', (event) => {
    event.preventDefault();
    dialog.close();
  });
  dialog.querySelector('button[data-forlaenges="nej"]').addEventListener('click', () => dialog.close());

  lasts(Number(dialog.dataset.sekunder), dialog.dataset.forlaenges === 'true');
  setInterval(tick, 1000);
  tick();
  document.addEventListener('visibilitychange', () => document.hidden || tick());
}
