// SPDX-License-Identifier: LGPL-2.1-or-later
// Sliders under the fields of the weights, and the comparison without a button. Without this file the page does the
// same with its fields and its button.
'use strict';

const form = document.getElementById('weights');
let waiting = 0;
let asked = 0;

async function compare() {
  const mine = ++asked;
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  const response = await fetch(address, { credentials: 'same-origin' });
  if (mine !== asked) return; // another question is on its way
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const result = page.getElementById('result');
  if (!result) return void location.assign(address); // signed out meanwhile
  document.getElementById('result').replaceWith(result);
  document.getElementById('said').textContent = page.getElementById('said').textContent;
  history.replaceState(null, '', address);
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(compare, 250);
}

for (const field of form.querySelectorAll('[data-present]')) {
  const present = Number(field.dataset.present);
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.min = Math.min(0, present * 2);
  slider.max = Math.max(20, present * 2, Number(field.value));
  slider.step = Number.isInteger(present) ? 1 : 0.1;
  slider.value = field.value;
  slider.setAttribute('aria-label', document.querySelector(`label[for="${CSS.escape(field.id)}"]`).textContent);
  slider.addEventListener('input', () => { field.value = slider.value; mark(); soon(); });
  field.addEventListener('input', () => { slider.value = field.value.replace(',', '.'); mark(); soon(); });
  field.after(slider);

  function mark() {
    field.parentElement.classList.toggle('moved', Number(field.value.replace(',', '.')) !== present);
  }
}
form.elements.unit.addEventListener('change', soon);
