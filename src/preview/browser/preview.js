// The live preview: thumbnails, one page with zoom and pan, overlays, findings. The server tells of every change;
// a new page is shown when all of it is here, in one step, at the same place.
'use strict';

const token = document.currentScript.dataset.token;
const $ = id => document.getElementById(id);
const TILE = 512;  // pixels a side, as the server cuts them
const OVERLAYS = [
  ['grid', 'Grid 网格', 'g'], ['baselines', 'Baselines 基线', 'b'], ['frames', 'Frames 版块', 'f'],
  ['slots', 'Slots 行位', 's'], ['order', 'Order 走文', 'o'], ['overset', 'Overset 溢出', 'x'],
  ['findings', 'Findings 检查', 'm'], ['press', 'Press 印前', 'p']];

let state = { number: 0, pages: [], diagnostics: [] };
let current = 0;                          // index of the page on the stage
let view = null;                          // {x, y, scale}: left top of the page in CSS pixels, CSS pixels a point
let fitted = true;                        // the page fills the stage, and goes on doing so
let layer = null, pending = null;         // the picture on the stage, and the one that is being fetched
let map = null, drawn = null;             // geometry of the page on the stage, with its key; that of the overlays
const changes = [];                       // of each page: {from, to, area} keys, and where they differ in points
const shown = new Set(['overset', 'findings', 'press']);

const url = (path, query) => path + '?' + new URLSearchParams(token ? { ...query, token } : query);

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in made && typeof value !== 'string') made[key] = value; else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

function drawing(name, attributes = {}, text) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

// ---- the page on the stage -------------------------------------------------------------------------------------

const page = () => state.pages[current];
const stage = $('stage'), sheet = $('sheet');

function fit() {
  const room = stage.getBoundingClientRect(), margin = 20;
  const scale = Math.max(0.02, Math.min((room.width - 2 * margin) / page().width, (room.height - 2 * margin) / page().height));
  view = { scale, x: (room.width - page().width * scale) / 2, y: (room.height - page().height * scale) / 2 };
  fitted = true;
}

/// Zooms, keeping what is under the point (in stage pixels) where it is.
function zoom(factor, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
  if (!page()) return;
  const scale = Math.min(20, Math.max(0.05, view.scale * factor));
  view.x = x - (x - view.x) * scale / view.scale;
  view.y = y - (y - view.y) * scale / view.scale;
  view.scale = scale;
  fitted = false;
  place();
}

/// Puts sheet, picture and overlay where the view says; the picture may be one of another size for a moment.
function place() {
  if (!page()) return;
  const ratio = devicePixelRatio, snap = v => Math.round(v * ratio) / ratio;
  sheet.style.transform = `translate(${snap(view.x)}px, ${snap(view.y)}px)`;
  sheet.style.width = page().width * view.scale + 'px';
  sheet.style.height = page().height * view.scale + 'px';
  if (layer) layer.box.style.transform = `scale(${view.scale * 72 / layer.ppi})`;
  const svg = sheet.querySelector('svg');
  if (svg) {
    svg.setAttribute('width', page().width * view.scale);
    svg.setAttribute('height', page().height * view.scale);
    svg.style.fontSize = 12 / view.scale + 'px';
    fitLabels(svg, 12 / view.scale);
    for (const dot of svg.querySelectorAll('.order circle')) dot.setAttribute('r', 10 / view.scale);
    const arrow = svg.querySelector('#arrow');
    if (arrow) arrow.setAttribute('markerWidth', 10 / view.scale), arrow.setAttribute('markerHeight', 10 / view.scale);
  }
  $('zoom').textContent = Math.round(view.scale * 72 / 96 * 100) + ' %';
  clearTimeout(place.timer);
  place.timer = setTimeout(refresh, layer && layer.page === current ? 60 : 0);
  remember();
}

const wantedPpi = () => Math.min(2400, Math.max(4, view.scale * 72 * devicePixelRatio));

/// Tiles of a picture that the stage can see, those in the middle first.
function visibleTiles(ppi) {
  const side = TILE * 72 / ppi, room = { width: stage.clientWidth / view.scale, height: stage.clientHeight / view.scale };
  const left = -view.x / view.scale, top = -view.y / view.scale;
  const across = Math.ceil(page().width / side - 1e-9), down = Math.ceil(page().height / side - 1e-9);
  const tiles = [];
  for (let y = Math.max(0, Math.floor(top / side)); y < Math.min(down, (top + room.height) / side); ++y) {
    for (let x = Math.max(0, Math.floor(left / side)); x < Math.min(across, (left + room.width) / side); ++x) tiles.push([x, y]);
  }
  const off = ([x, y]) => Math.hypot((x + .5) * side - left - room.width / 2, (y + .5) * side - top - room.height / 2);
  return tiles.sort((a, b) => off(a) - off(b));
}

/// A picture of the page, when it can be shown at its place; nothing when the server is away or has another page
/// by now.
async function fetchPicture(path, query, left, top) {
  const image = new Image();
  image.draggable = false;
  image.alt = '';
  image.src = url(path, query);
  image.style.left = left + 'px';
  image.style.top = top + 'px';
  try {
    await image.decode();
    return image;
  } catch {
    return null;
  }
}

/// Settles when the tile is there, whoever has asked for it first.
function addTile(to, tile) {
  const name = tile.join();
  if (!to.tiles.has(name)) to.tiles.set(name, loadTile(to, tile, name));
  return to.tiles.get(name);
}

const fetchTile = (of, [x, y]) =>
  fetchPicture('tile', { page: of.page, key: of.key, ppi: of.ppi, x, y }, x * TILE, y * TILE);

async function loadTile(to, tile, name) {
  const image = await fetchTile(to, tile);
  if (!image) return to.tiles.delete(name);
  image.dataset.tile = name;
  to.box.append(image);
}

/// The pixels that a box on the page touches: {left, top, right, bottom}.
function pixelsOf([x, y, width, height], ppi) {
  const scale = ppi / 72, most = [page().width, page().height].map(side => Math.ceil(side * scale - 1e-6));
  return { left: Math.max(0, Math.floor(x * scale)), top: Math.max(0, Math.floor(y * scale)),
           right: Math.min(most[0], Math.ceil((x + width) * scale)), bottom: Math.min(most[1], Math.ceil((y + height) * scale)) };
}

const tileMeets = ([x, y], box) =>
  x * TILE < box.right && (x + 1) * TILE > box.left && y * TILE < box.bottom && (y + 1) * TILE > box.top;

/// The tile of a picture as it is on the stage.
const tileImage = (of, name) => of.box.querySelector(`[data-tile="${name}"]`);

/// Puts what has changed over the picture that is there, as one picture of its own; false when it cannot be had.
/// Tiles that nobody sees are fetched again when somebody does.
async function patch(to, { to: key, area }) {
  const changed = pixelsOf(area, to.ppi), seen = visibleTiles(to.ppi), names = new Set(seen.map(tile => tile.join()));
  for (const name of [...to.tiles.keys()]) {
    if (names.has(name) || !tileMeets(name.split(',').map(Number), changed)) continue;
    tileImage(to, name)?.remove();
    to.tiles.delete(name);
  }
  const within = (side, tiles) => ({ from: Math.min(...tiles.map(t => t[side])) * TILE, to: (Math.max(...tiles.map(t => t[side])) + 1) * TILE });
  const across = within(0, seen), down = within(1, seen);
  const left = Math.max(changed.left, across.from), right = Math.min(changed.right, across.to);
  const top = Math.max(changed.top, down.from), bottom = Math.min(changed.bottom, down.to);
  if (left >= right || top >= bottom) return true;
  if (right - left > 4096 || bottom - top > 4096) return false;
  const image = await fetchPicture('part', { page: to.page, key, ppi: to.ppi, left, top, width: right - left, height: bottom - top }, left, top);
  if (!image || layer !== to) return false;
  image.dataset.patch = '';
  to.box.append(image);
  to.patches.push({ image, box: { left, top, right, bottom } });
  clearTimeout(to.settling);
  to.settling = setTimeout(() => settle(to), 500);
  return true;
}

/// When nothing has changed for a moment, whole tiles take the place of the patches.
async function settle(to) {
  const { key, patches } = to;
  const old = [...to.tiles.keys()].filter(name => patches.some(p => tileMeets(name.split(',').map(Number), p.box)));
  const fresh = await Promise.all(old.map(name => fetchTile(to, name.split(',').map(Number))));
  if (layer !== to || to.key !== key || fresh.includes(null)) return;
  fresh.forEach((image, i) => {
    image.dataset.tile = old[i];
    tileImage(to, old[i])?.replaceWith(image);
  });
  for (const { image } of patches) image.remove();
  to.patches = to.patches.filter(p => !patches.includes(p));
}

/// Fetches what the view wants. The picture that is there stays until all of the new one is.
async function refresh() {
  if (!page() || !view) return;
  const ppi = wantedPpi(), key = page().key;
  const same = picture => picture && picture.page === current && picture.key === key && picture.ppi === ppi;
  if (same(layer)) {
    pending = null;
    await Promise.all(visibleTiles(ppi).map(tile => addTile(layer, tile)));
    return listPictures();
  }
  fetchMap().then(drawOverlays);
  if (same(pending)) return pending.box && fill(pending);
  const change = changes[current];
  if (layer && layer.page === current && layer.ppi === ppi && change?.from === layer.key && change.to === key) {
    const next = pending = { page: current, key, ppi }, old = layer;
    const done = await patch(old, change);
    if (pending !== next) return;
    if (!done) return showWhole(ppi, key);
    pending = null;
    old.key = key;
    painted('part');
    refresh();  // the view may have moved meanwhile
  } else {
    showWhole(ppi, key);
  }
}

function showWhole(ppi, key) {
  pending = { page: current, key, ppi, box: element('div', { class: 'layer' }), tiles: new Map(), patches: [] };
  return fill(pending);
}

async function fill(next) {
  await Promise.all(visibleTiles(next.ppi).map(tile => addTile(next, tile)));
  if (pending !== next) return;
  pending = null;
  sheet.prepend(next.box);
  if (layer) layer.box.remove();
  layer = next;
  place();
  painted('whole');
}

/// What is on the stage is the page as it is now.
function painted(how) {
  drawOverlays();
  const { key } = layer;
  requestAnimationFrame(() => {
    document.body.dataset.key = key;
    document.body.dataset.how = how;
    document.body.dataset.painted = Date.now();
    setTimeout(listPictures);
  });
}

function choosePage(index) {
  if (index < 0 || index >= state.pages.length) return;
  const other = index !== current;
  current = index;
  if (other) {
    hideNote();
    if (layer) layer.box.remove();
    layer = pending = drawn = null;
    sheet.querySelector('svg')?.remove();
    if (fitted) fit();
  }
  listPages();
  place();
}

// ---- overlays --------------------------------------------------------------------------------------------------

async function fetchMap() {
  const { key } = page(), wanted = { page: current, key };
  if (map && map.key === key && map.page === current) return;
  try {
    const answer = await fetch(url('map', { page: current }));
    if (!answer.ok) return;
    map = { ...await answer.json(), ...wanted };
  } catch { /* the stream of events says when the server is back */ }
}

/// As much of each frame's label as its frame is wide for; its name in any case. `em` is in points.
function fitLabels(svg, em) {
  const width = text => [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 1 : 0.62), 0.6) * em;
  for (const label of svg.querySelectorAll('.frames text')) {
    let words = label.words;
    while (words.length > 1 && width(words.join('  ')) > label.room) words = words.slice(0, -1);
    label.textContent = words.join('  ');
  }
}

const rect = ([x, y, width, height], extra = {}) => drawing('rect', { x, y, width, height, ...extra });

function group(name, ...children) {
  const made = drawing('g', { class: name });
  made.append(...children.filter(Boolean));
  return made;
}

/// Lines across the type area; at a large zoom the character grid too.
function gridGroup() {
  const [left] = map.columns[0], last = map.columns[map.columns.length - 1], right = last[0] + last[2];
  const [, top, , height] = map.columns[0];
  let path = map.rows.map(y => `M${left} ${y}H${right}`).join('');
  for (const [x] of map.columns) {
    for (let i = 1; i < map.measure; ++i) path += `M${x + i * map.size} ${top}v${height}`;
  }
  return group('grid', ...map.columns.map(box => rect(box)), drawing('path', { d: path }));
}

function baselineGroup() {
  const [left] = map.columns[0], last = map.columns[map.columns.length - 1];
  return group('baselines', drawing('path', { d: map.baselines.map(y => `M${left} ${y}H${last[0] + last[2]}`).join('') }));
}

function frameGroup() {
  const parts = [];
  for (const frame of map.frames) {
    const [x, y] = frame.box;
    parts.push(rect(frame.box, frame.furniture ? { class: 'furniture' } : {}));
    const label = drawing('text', { x, y, dx: '.3em', dy: '-.35em' });
    label.words = [frame.name, frame.measure, ...(frame.capacity ? [`${frame.capacity}字`] : [])];
    label.room = frame.box[2];
    parts.push(label);
  }
  return group('frames', ...parts);
}

function orderGroup() {
  const arrow = drawing('marker', { id: 'arrow', viewBox: '0 0 10 10', refX: 9, refY: 5, orient: 'auto', markerUnits: 'userSpaceOnUse' });
  arrow.append(drawing('path', { d: 'M0 1L10 5L0 9z', fill: '#d62f2f' }));
  const parts = [arrow];
  map.order.forEach((points, i) => {
    parts.push(drawing('polyline', { points: points.map(p => p.join(',')).join(' ') }));
    const [x, y] = points[0];
    parts.push(drawing('circle', { cx: x, cy: y }), drawing('text', { x, y }, i + 1));
  });
  return group('order', ...parts);
}

function oversetGroup() {
  return group('overset', ...map.frames.filter(f => f.over_lines > 0).flatMap(f => {
    const [x, y, width, height] = f.box;
    return [rect(f.box), drawing('text', { x: x + width, y: y + height, dy: '1.15em' }, `+${f.over}字 ${f.over_lines}行`)];
  }));
}

/// What a press finds is marked on its own layer. Copy that is over has one already.
function findingGroup(name, is_mine) {
  const parts = [];
  state.diagnostics.forEach((d, i) => {
    if (!is_mine(d) || d.code === 'overset') return;
    for (const place of d.places) {
      if (place.page === current) parts.push(rect(place.box, { class: d.severity, 'data-finding': i }));
    }
  });
  return group(name, ...parts);
}

const overlayClass = () => [...shown].map(name => 'show-' + name).join(' ');

/// Those of the page that the picture shows, when its geometry is here.
function drawOverlays() {
  const ready = layer && map && map.page === layer.page && map.key === layer.key && map.page === current;
  if (!ready || drawn === map) return;
  drawn = map;
  sheet.querySelector('svg')?.remove();
  const svg = drawing('svg', { viewBox: `0 0 ${page().width} ${page().height}`, class: overlayClass() });
  svg.append(gridGroup(), group('slots', ...map.slots.map(box => rect(box))), baselineGroup(), frameGroup(),
             orderGroup(), oversetGroup(), findingGroup('press', d => d.by === 'press'),
             findingGroup('findings', d => d.by !== 'press'), group('hit'));
  sheet.append(svg);
  place();
}

function toggle(name) {
  if (!shown.delete(name)) shown.add(name);
  sheet.querySelector('svg')?.setAttribute('class', overlayClass());
  for (const button of $('overlays').children) button.setAttribute('aria-pressed', shown.has(button.dataset.overlay));
  remember();
}

// ---- what was clicked ------------------------------------------------------------------------------------------

const inside = ([x, y, width, height], at) => at.x >= x && at.x < x + width && at.y >= y && at.y < y + height;
const placeOf = thing => thing.file ? `${thing.file}:${thing.line}` : '';

function hideNote() {
  $('note').hidden = true;
  sheet.querySelector('.hit')?.replaceChildren();
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function showNote(x, y, title, place, boxes = []) {
  const note = $('note');
  note.replaceChildren(element('b', {}, title));
  sheet.querySelector('.hit')?.replaceChildren(...boxes.map(box => rect(box)));
  if (place) {
    const hint = element('small');
    note.append('\n', element('code', {}, place), ' ', hint);
    copy(place).then(good => { hint.textContent = good ? 'copied' : ''; });
  }
  note.hidden = false;
  note.style.left = Math.max(4, Math.min(x + 12, stage.clientWidth - note.offsetWidth - 8)) + 'px';
  note.style.top = Math.max(4, Math.min(y + 12, stage.clientHeight - note.offsetHeight - 8)) + 'px';
}

function click(x, y) {
  hideNote();
  if (!map || map.page !== current) return;
  const at = { x: (x - view.x) / view.scale, y: (y - view.y) / view.scale };
  const frame = map.frames.find(f => inside(f.box, at));
  const text = map.texts.find(t => t.boxes.some(box => inside(box, at)));
  if (!frame && !text) return;
  let title = frame ? `${frame.name}  ${frame.measure}` : '';
  if (frame?.capacity) title += `  ${frame.capacity}字  ${frame.lines}/${frame.slots}行`;
  if (frame?.over_lines) title += `\nover by ${frame.over}字, ${frame.over_lines}行: ${frame.over_text.slice(0, 120)}`;
  showNote(x, y, title, placeOf(text ?? frame), text ? text.boxes : [frame.box]);
}

// ---- lists -----------------------------------------------------------------------------------------------------

/// One entry for each page.
function listPages() {
  const list = $('pages');
  while (list.children.length > state.pages.length) list.lastChild.remove();
  state.pages.forEach((p, i) => {
    let item = list.children[i];
    if (!item) {
      const button = element('button', {}, element('img', { alt: '' }), element('span'));
      button.onclick = () => choosePage(i);
      item = element('li', {}, button);
      list.append(item);
    }
    const button = item.firstChild, [image, name] = button.children;
    button.setAttribute('aria-current', i === current);
    image.style.aspectRatio = `${p.width} / ${p.height}`;
    const mine = state.diagnostics.filter(d => d.places.some(place => place.page === i)), bad = mine.some(d => d.severity === 'error');
    name.replaceChildren(`第${p.number}版 ${p.section} `,
                         ...(mine.length ? [element('span', { class: bad ? 'marks' : 'marks warning' }, '●')] : []));
  });
}

/// Their pictures, once the stage has its own; an old one stays until the new one is here.
function listPictures() {
  state.pages.forEach((p, i) => {
    const image = $('pages').children[i]?.querySelector('img');
    if (!image || image.dataset.key === p.key) return;
    image.dataset.key = p.key;
    const ppi = Math.floor(Math.min(TILE, 144 * devicePixelRatio * Math.max(1, p.height / p.width)) * 72 / Math.max(p.width, p.height));
    const next = new Image();
    next.src = url('tile', { page: i, key: p.key, ppi: Math.max(4, ppi), x: 0, y: 0 });
    next.decode().then(() => { if (image.dataset.key === p.key) image.src = next.src; }, () => delete image.dataset.key);
  });
}

function listFindings() {
  const list = $('findings');
  list.replaceChildren();
  if (!state.diagnostics.length) list.append(element('p', {}, 'No findings.'));
  state.diagnostics.forEach((d, i) => {
    const button = element('button', { class: d.severity }, element('b', {}, d.message));
    if (d.by === 'press') button.prepend(element('i', {}, '印前 '));
    const pages = [...new Set(d.places.map(place => place.page))];
    if (pages.length > 1) {
      const turn = element('span', { class: 'pages' }, '第');
      pages.forEach((p, n) => {
        const link = element('span', { role: 'link' }, String(state.pages[p].number));
        link.onclick = event => { event.stopPropagation(); goTo(i, d.places.findIndex(place => place.page === p)); };
        turn.append(n ? '、' : '', link);
      });
      turn.append('版');
      button.append(turn);
    }
    const where = placeOf(d);
    if (where) button.append(element('code', {}, `${where}:${d.column}`));
    if (d.hint) button.append(element('small', {}, d.hint));
    button.onclick = () => goTo(i);
    list.append(button);
  });
}

/// Shows the place of a finding: its page, in the middle of the stage, large enough to read.
function goTo(index, which = 0) {
  const d = state.diagnostics[index], where = placeOf(d), at = d.places[which];
  if (!at) {
    if (where) copy(where);
    return;
  }
  choosePage(at.page);
  const [x, y, width, height] = at.box;
  fitted = false;
  view.scale = Math.max(view.scale, Math.min(1.6, stage.clientWidth / (width * 1.4)));
  view.x = stage.clientWidth / 2 - (x + width / 2) * view.scale;
  view.y = stage.clientHeight / 2 - (y + Math.min(height / 2, stage.clientHeight / view.scale / 3)) * view.scale;
  place();
  showNote(4, 4, d.message, where, [at.box]);  // not over the place itself
}

function showStatus() {
  const errors = state.diagnostics.filter(d => d.severity === 'error').length, warnings = state.diagnostics.length - errors;
  const parts = [];
  if (errors) parts.push(errors === 1 ? '1 error' : errors + ' errors');
  if (warnings) parts.push(warnings === 1 ? '1 warning' : warnings + ' warnings');
  if (state.stale && state.pages.length) parts.push('showing the last good pages');
  const status = $('status');
  status.textContent = parts.join(', ') || 'up to date';
  status.className = errors ? 'error' : warnings ? 'warning' : '';
  $('paper').textContent = state.paper || state.title || 'banxin';
  document.title = (errors ? '⚠ ' : '') + (state.paper || state.title || 'banxin') + ' – preview';
  const p = page();
  $('where').textContent = p ? `第${p.number}版 ${p.section}` : '';
  $('empty').hidden = state.pages.length > 0;
  $('empty').textContent = 'No page can be made yet: the findings say why.';
}

// ---- the server ------------------------------------------------------------------------------------------------

/// Adds what has changed on a page since the picture that may be on the stage.
function noteChange(p, i) {
  const known = changes[i];
  if (known?.to === p.key) return;  // said before
  if (!p.changed) return delete changes[i];
  const on_stage = layer?.page === i ? layer.key : null;
  changes[i] = known?.to === p.before && known.from === on_stage ? { from: known.from, to: p.key, area: around(known.area, p.changed) }
    : { from: p.before, to: p.key, area: p.changed };
}

function around(a, b) {
  if (!a[2] || !a[3]) return b;
  if (!b[2] || !b[3]) return a;
  const left = Math.min(a[0], b[0]), top = Math.min(a[1], b[1]);
  return [left, top, Math.max(a[0] + a[2], b[0] + b[2]) - left, Math.max(a[1] + a[3], b[1] + b[3]) - top];
}

function takeState(next) {
  const before = page();
  // The page comes first; what is said of it a moment later. Until then the old findings stay.
  if (!next.reviewed) next.diagnostics.push(...state.diagnostics.filter(d => d.by !== 'edition'));
  for (const d of next.diagnostics) d.places = d.places.filter(place => place.page < next.pages.length);
  state = next;
  state.pages.forEach(noteChange);
  if (current >= state.pages.length) current = Math.max(0, state.pages.length - 1);
  const now = page();
  if (now && (!view || (fitted && before && (before.width !== now.width || before.height !== now.height)))) {
    if (!view) recall();
    if (!view || fitted) fit();
  }
  showStatus();
  listPages();
  listFindings();
  if (now) {
    drawn = null;  // the findings may be others
    if (layer?.key === now.key) drawOverlays();
    place();
    clearTimeout(place.timer);
    refresh();
  }
  document.body.dataset.number = state.number;
}

function listen() {
  const events = new EventSource(url('events', {}));
  events.addEventListener('state', event => takeState(JSON.parse(event.data)));
  events.onerror = () => {
    $('status').textContent = 'the server is away';
    $('status').className = 'error';
  };
}

/// The place survives a reload of the window.
function remember() {
  try {
    sessionStorage.setItem('banxin', JSON.stringify({ current, view: fitted ? null : view, shown: [...shown] }));
  } catch { /* a window without storage forgets */ }
}

function recall() {
  try {
    const known = JSON.parse(sessionStorage.getItem('banxin'));
    if (!known || known.current >= state.pages.length) return;
    current = known.current;
    if (known.view) view = known.view, fitted = false;
    for (const [name] of OVERLAYS) if (known.shown.includes(name) !== shown.has(name)) toggle(name);
  } catch { /* nothing to recall */ }
}

// ---- mouse and keys --------------------------------------------------------------------------------------------

function watchMouse() {
  let grip = null;
  stage.addEventListener('pointerdown', event => {
    if (event.button !== 0 || event.target.closest('#note')) return;
    grip = { x: event.clientX, y: event.clientY, moved: false };
    stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener('pointermove', event => {
    if (!grip || !view) return;
    const dx = event.clientX - grip.x, dy = event.clientY - grip.y;
    if (!grip.moved && Math.hypot(dx, dy) < 4) return;
    if (!grip.moved) hideNote();
    grip = { x: event.clientX, y: event.clientY, moved: true };
    stage.classList.add('dragging');
    view.x += dx;
    view.y += dy;
    fitted = false;
    place();
  });
  stage.addEventListener('pointerup', event => {
    const room = stage.getBoundingClientRect();
    if (grip && !grip.moved && view) click(event.clientX - room.left, event.clientY - room.top);
    grip = null;
    stage.classList.remove('dragging');
  });
  stage.addEventListener('wheel', event => {
    event.preventDefault();
    if (!view) return;
    hideNote();
    const room = stage.getBoundingClientRect();
    if (event.ctrlKey || event.metaKey) return zoom(Math.exp(-event.deltaY / 300), event.clientX - room.left, event.clientY - room.top);
    view.x -= event.shiftKey ? event.deltaY : event.deltaX;
    view.y -= event.shiftKey ? 0 : event.deltaY;
    fitted = false;
    place();
  }, { passive: false });
  stage.addEventListener('dblclick', event => {
    const room = stage.getBoundingClientRect();
    zoom(2, event.clientX - room.left, event.clientY - room.top);
  });
}

function watchKeys() {
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !page()) return;
    const overlay = OVERLAYS.find(o => o[2] === event.key);
    if (overlay) toggle(overlay[0]);
    else if (event.key === '+' || event.key === '=') zoom(1.25);
    else if (event.key === '-') zoom(0.8);
    else if (event.key === '0') fit(), place();
    else if (event.key === 'PageDown') choosePage(current + 1), showStatus();
    else if (event.key === 'PageUp') choosePage(current - 1), showStatus();
    else if (event.key === 'Escape') hideNote();
    else return;
    event.preventDefault();
  });
}

for (const [name, label, key] of OVERLAYS) {
  const button = element('button', { 'data-overlay': name, 'aria-pressed': String(shown.has(name)), title: `Key ${key}` }, label);
  button.onclick = () => toggle(name);
  $('overlays').append(button);
}
$('in').onclick = () => zoom(1.25);
$('out').onclick = () => zoom(0.8);
$('zoom').onclick = () => { if (page()) fit(), place(); };
addEventListener('resize', () => {
  if (!page()) return;
  if (fitted) fit();
  place();
});
watchMouse();
watchKeys();
listen();
