// The live preview as an editor sees it: edit a file, see the page change, lose nothing.
// usage: node preview_test.mjs BANXIN SOURCE_FOLDER [SCREENSHOT_FOLDER]
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, take } from './steps.mjs';

const [banxin, source, pictures] = process.argv.slice(2);
const PATIENCE = 30000;       // ms for anything to happen on a busy machine
const PROMISE = 200;          // ms from save to new pixels, where the machine is not busy: 100, and as much again for a slow one
const busy = () => loadavg()[0] > cpus().length;

const work = mkdtempSync(join(tmpdir(), 'banxin-browser-'));
cpSync(join(source, 'samples/jinzhong'), join(work, 'samples/jinzhong'), { recursive: true });
cpSync(join(source, 'layouts'), join(work, 'layouts'), { recursive: true });
const edition = join(work, 'samples/jinzhong/edition.yaml'), article = join(work, 'samples/jinzhong/articles/lead.md');

/// Starts the server on a free port; its first line is the address.
async function serve() {
  const server = spawn(banxin, ['preview', 'samples/jinzhong/edition.yaml', '--serve', '0'], { cwd: work });
  let out = '';
  server.stdout.on('data', data => { out += data; });
  server.stderr.on('data', () => {});
  for (let i = 0; i < PATIENCE / 50 && !out.includes('\n'); ++i) await new Promise(done => setTimeout(done, 50));
  assert.match(out, /^http:\/\/127\.0\.0\.1:\d+\/\n$/);
  return { server, url: out.trim() };
}

const change = (file, from, to) => {
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes(from), from);
  writeFileSync(file, text.replace(from, to));
};

const { server, url } = await serve();
const browser = await launch(work, { width: 1440, height: 900 });

const data = (page, name) => page.evaluate(n => document.body.dataset[n], name);
const until = (page, what, value) => page.waitForFunction(what, value, { timeout: PATIENCE, polling: 'raf' });
const place = page => page.evaluate(() => [document.getElementById('sheet').style.transform,
                                           document.getElementById('sheet').style.width]);
const shoot = async (page, name) => {
  if (pictures) await page.screenshot({ path: join(pictures, name + '.png') });
};

/// Saves, waits for the new page, and says how long it took.
async function save(page, edit) {
  const key = await data(page, 'key'), start = Date.now();
  edit();
  await until(page, known => document.body.dataset.key !== known, key);
  return Number(await data(page, 'painted')) - start;
}

const steps = {
  async 'the page is there, crisp at every zoom'(page) {
    await page.goto(url);
    await until(page, () => document.body.dataset.painted);
    assert.equal(await page.textContent('#paper'), '晋中日报');
    assert.equal(await page.textContent('#status'), 'up to date');
    assert.equal(await page.locator('#pages li').count(), 1);
    await shoot(page, 'page');
    await page.mouse.move(700, 450);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -500);
    await page.keyboard.up('Control');
    await until(page, () => {
      const tile = document.querySelector('#sheet .layer img');
      const scale = document.querySelector('#sheet .layer').style.transform;
      return tile && scale === `scale(${1 / devicePixelRatio})` && document.getElementById('zoom').textContent !== '75 %';
    });
  },

  async 'a drag moves it'(page) {
    const [before] = await place(page);
    await page.mouse.move(700, 450);
    await page.mouse.down();
    await page.mouse.move(640, 500, { steps: 4 });
    await page.mouse.up();
    assert.notEqual((await place(page))[0], before);
    await page.waitForTimeout(500);
  },

  async 'an edit is seen at once, in the same place, without a flash'(page) {
    const before = await place(page), picture = await page.screenshot();
    await page.evaluate(() => {
      window.flashes = 0;
      const look = () => {
        if (!document.querySelector('#sheet .layer img')?.complete) ++window.flashes;
        requestAnimationFrame(look);
      };
      look();
    });
    await page.evaluate(() => document.querySelector('#stage').scrollIntoView());
    const took = await save(page, () => change(article, '追风赶月莫停留', '月月追风不停留'));
    console.log(`from save to pixels: ${took} ms`);
    if (!busy()) assert.ok(took < PROMISE, `${took} ms from save to pixels`);
    assert.deepEqual(await place(page), before, 'the position is kept');
    await page.keyboard.press('0');
    await page.waitForTimeout(500);
    assert.notDeepEqual(await page.screenshot(), picture);
    assert.equal(await page.evaluate(() => window.flashes), 0, 'the old page stays until the new one is here');
  },

  async 'what has changed is put over the page, and is the page'(page) {
    for (const key of ['x', 'm', 'p']) await page.keyboard.press(key);  // findings come when they come
    const sheet = () => page.locator('#sheet').screenshot();
    for (const [from, to] of [['月月追风', '日日追风'], ['会议', '会'], ['会', '会议']]) {
      await save(page, () => change(article, from, to));
      assert.equal(await data(page, 'how'), 'part', 'only what has changed was fetched');
      const patched = await sheet();
      await until(page, () => !document.querySelector('#sheet img[data-patch]'));
      assert.ok((await sheet()).equals(patched), 'whole tiles look the same');
    }
    const settled = await sheet();
    await page.reload();
    await until(page, () => document.body.dataset.painted);
    assert.ok((await sheet()).equals(settled), 'and so does the page made anew');
    for (const key of ['x', 'm', 'p']) await page.keyboard.press(key);
  },

  async 'overlays are switched on and off'(page) {
    const visible = name => page.locator(`#sheet g.${name}`).first().evaluate(g => getComputedStyle(g).display !== 'none');
    for (const [key, name] of [['g', 'grid'], ['b', 'baselines'], ['f', 'frames'], ['s', 'slots'], ['o', 'order']]) {
      assert.equal(await visible(name), false, name);
      await page.keyboard.press(key);
      assert.equal(await visible(name), true, name);
    }
    assert.match(await page.locator('#sheet g.frames').textContent(), /lead\s+74字 × 50行/);
    await shoot(page, 'overlays');
    for (const name of ['Grid', 'Baselines', 'Slots', 'Frames', 'Order']) await page.click(`button:has-text("${name}")`);
    assert.equal(await visible('grid'), false);
  },

  async 'a click on copy says where it was written'(page) {
    const stage = await page.locator('#stage').boundingBox(), sheet = await page.locator('#sheet').boundingBox();
    await page.mouse.click(sheet.x + sheet.width * 0.15, stage.y + stage.height * 0.75);
    await page.waitForSelector('#note:not([hidden])');
    assert.match(await page.textContent('#note'), /lead.*samples\/jinzhong\/articles\/lead\.md:\d+/s);
    await page.keyboard.press('Escape');
    assert.equal(await page.isVisible('#note'), false);
  },

  async 'errors are shown while the last good page stays'(page) {
    const good = readFileSync(edition, 'utf8');
    writeFileSync(edition, good.replace('pages:', 'pagse:'));
    await until(page, () => document.getElementById('status').className === 'error');
    assert.match(await page.textContent('#status'), /error.*showing the last good pages/);
    assert.match(await page.textContent('#findings'), /unknown key 'pagse'.*edition\.yaml:\d+:1/s);
    assert.ok(await page.locator('#sheet .layer img').count() > 0);
    await shoot(page, 'error');
    writeFileSync(edition, good);
    await until(page, () => document.getElementById('status').textContent === 'up to date');
  },

  async 'copy that is over is marked, and the list leads to it'(page) {
    await save(page, () => writeFileSync(article, readFileSync(article, 'utf8') + '\n' + '这一段太长了。'.repeat(40) + '\n'));
    await page.waitForSelector('#findings button.error');
    assert.match(await page.textContent('#findings button.error'), /frame 'lead' is over by \d+ 字/);
    await until(page, () => document.querySelector('g.overset text'));
    await page.click('#findings button.error');
    await page.waitForSelector('#note:not([hidden])');
    await page.waitForTimeout(400);
    await shoot(page, 'overset');
  },

  async 'what a press would find has markers of its own'(page) {
    const front = join(work, 'layouts/seed-package.yaml'), good = readFileSync(front, 'utf8');
    change(front, 'caption:  {font: kai, size: 8.5pt', 'caption:  {font: kai, size: 4.5pt');
    await until(page, () => document.querySelector('#sheet g.press rect'));
    const visible = () => page.locator('#sheet g.press').evaluate(g => getComputedStyle(g).display !== 'none');
    assert.equal(await visible(), true);
    await page.keyboard.press('p');
    assert.equal(await visible(), false);
    await page.keyboard.press('p');
    assert.match(await page.locator('#findings button', { hasText: '印前' }).first().textContent(), /limit/);
    await page.locator('#findings button', { hasText: '印前' }).first().click();
    await page.waitForSelector('#note:not([hidden])');
    await shoot(page, 'press');
    writeFileSync(front, good);
    await until(page, () => !document.querySelector('#sheet g.press rect'));
    await page.waitForTimeout(300);
  },

  async 'the place survives a reload of the window'(page) {
    const before = await place(page);
    await page.reload();
    await until(page, () => document.body.dataset.painted);
    assert.deepEqual(await place(page), before);
  },
};

const passed = await take(browser, steps, (page, complaints) => {
  page.on('response', answer => { if (answer.status() >= 400) complaints.push(`${answer.status()} ${answer.url()}`); });
});
const ended = new Promise(done => server.on('exit', (code, signal) => done(code ?? signal)));
server.kill('SIGINT');
const status = await Promise.race([ended, new Promise(done => setTimeout(() => done('still running'), 10000))]);
if (status !== 0) console.error('the server left with', status);
if (status === 'still running') server.kill('SIGKILL');
rmSync(work, { recursive: true, force: true });
process.exit(passed && status === 0 ? 0 : 1);
