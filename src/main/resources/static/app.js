'use strict';
// A thin layer over pages that work without it.

const print = document.getElementById('print');
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

// A second click on the same button sends nothing twice.
document.querySelectorAll('form:not([data-live])').forEach(form => {
  let sentAt = 0;
  form.addEventListener('submit', event => {
    if (event.timeStamp - sentAt < 1000 && sentAt > 0) {
      event.preventDefault();
    }
    sentAt = event.timeStamp;
  });
});

// The desk: every change is worked out at once; the inputs themselves stay as they are.
const desk = document.querySelector('form[data-live]');
if (desk) {
  let running = null;
  const rows = () => [...document.querySelectorAll('#result tbody tr')].map(row => row.innerText.replace(/\s+/g, ' '));

  const refresh = fresh => {
    const before = rows();
    document.querySelectorAll('[data-part]').forEach(part => {
      const now = fresh.getElementById(part.id);
      if (!now) {
        return;
      }
      const open = new Set([...part.querySelectorAll('details[open]')].map(details => details.id));
      const node = document.importNode(now, true);
      node.querySelectorAll('details').forEach(details => {
        details.open = open.has(details.id);
      });
      part.replaceWith(node);
    });
    desk.querySelectorAll('.line').forEach(line => {
      const now = fresh.getElementById(line.id);
      if (now) {
        line.dataset.counts = now.dataset.counts;
      }
    });
    // What stayed the same is not read out again.
    document.getElementById('announce').textContent = rows().filter(row => !before.includes(row)).join('. ')
      || document.getElementById('unanswered').textContent;
  };

  desk.addEventListener('change', event => {
    if (event.target.matches('[data-reload]')) {
      desk.requestSubmit(document.getElementById('recalculate'));
      return;
    }
    if (running) {
      running.abort();
    }
    const request = new XMLHttpRequest();
    running = request;
    request.open('POST', desk.getAttribute('action'));
    request.responseType = 'document';
    request.onload = () => {
      if (request.status === 200 && request.response) {
        refresh(request.response);
      } else {
        desk.requestSubmit(document.getElementById('recalculate'));
      }
    };
    request.send(new URLSearchParams(new FormData(desk)));
  });

  // Ctrl with Enter: to the outcome, and back to the question.
  document.getElementById('with-script').hidden = false;
  let question = null;
  document.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !event.ctrlKey) {
      return;
    }
    event.preventDefault();
    const result = document.getElementById('result');
    if (result.contains(document.activeElement) && question) {
      question.focus();
    } else {
      question = document.activeElement;
      result.focus();
    }
  });
}
