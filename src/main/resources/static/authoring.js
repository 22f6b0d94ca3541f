'use strict';
// The drawing of a journey: dragged with the mouse, and zoomed without losing the place. Without this the canvas scrolls,
// and the sizes are links to a page.

const canvas = document.querySelector('.canvas');
if (canvas) {
  const drawing = canvas.querySelector('svg');
  let held = null;
  canvas.classList.add('draggable');
  canvas.addEventListener('dragstart', event => event.preventDefault());
  canvas.addEventListener('pointerdown', event => {
    if (event.pointerType === 'mouse' && event.button === 0) {
      held = {x: event.clientX + canvas.scrollLeft, y: event.clientY + canvas.scrollTop, moved: false};
    }
  });
  canvas.addEventListener('pointermove', event => {
    const [x, y] = held ? [held.x - event.clientX, held.y - event.clientY] : [0, 0];
    if (held && (held.moved || Math.hypot(x - canvas.scrollLeft, y - canvas.scrollTop) > 5)) {
      // From here on the click belongs to the canvas, not to the node under it.
      held.moved = true;
      canvas.setPointerCapture(event.pointerId);
      canvas.scrollTo(x, y);
    }
  });
  ['pointerup', 'pointercancel'].forEach(end => canvas.addEventListener(end, () => {
    held = null;
  }));

  const sizes = document.querySelectorAll('.zoom a');
  sizes.forEach(link => link.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    const x = (canvas.scrollLeft + canvas.clientWidth / 2) / canvas.scrollWidth;
    const y = (canvas.scrollTop + canvas.clientHeight / 2) / canvas.scrollHeight;
    const size = new URL(link.href).searchParams.get('size');
    drawing.setAttribute('class', size === 'fit' ? 'fit' : 'sized');
    drawing.setAttribute('width', drawing.viewBox.baseVal.width * size / 100 || '100%');
    drawing.setAttribute('height', drawing.viewBox.baseVal.height * size / 100 || '100%');
    canvas.scrollTo(x * canvas.scrollWidth - canvas.clientWidth / 2, y * canvas.scrollHeight - canvas.clientHeight / 2);
    sizes.forEach(one => one.removeAttribute('aria-current'));
    link.setAttribute('aria-current', 'true');
    history.replaceState(null, '', link.getAttribute('href').replace(/#.*/, ''));
  }));
}
