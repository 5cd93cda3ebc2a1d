// The report of banxin diff and banxin test as a reader opens it: from a file, every control used.
// usage: node report_test.mjs BANXIN SOURCE_FOLDER [SCREENSHOT_FOLDER]
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, take } from './steps.mjs';

const [banxin, source, pictures] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'banxin-report-'));
for (const folder of ['samples/jinzhong', 'samples/daily', 'layouts'])
  cpSync(join(source, folder), join(work, folder), { recursive: true });
const run = (...args) => spawnSync(banxin, args, { cwd: work, encoding: 'utf8' });
const change = (name, ...pairs) => {
  let text = readFileSync(join(work, name), 'utf8');
  for (const [from, to] of pairs) {
    assert.ok(text.includes(from), `${name}: ${from}`);
    text = text.replace(from, to);
  }
  writeFileSync(join(work, name), text);
};

// Words, a photo that is a row shorter, a colour; then two editions of which one has several pages.
assert.equal(run('render', 'samples/jinzhong/edition.yaml', '-o', 'before.json').status, 0);
change('samples/jinzhong/articles/lead.md', ['追风赶月莫停留', '日月追风不停留'], ['高质量发展', '高水平发展']);
change('layouts/seed-package.yaml', ['rows: 17 ', 'rows: 16 ']);
change('samples/daily/articles/p4/weekend.md', ['。', '！']);
change('samples/daily/articles/p2/port.md', ['凌晨三点半，', '凌晨三点半']);
const diff = run('diff', 'before.json', 'samples/jinzhong/edition.yaml', '--report', 'diff');
assert.equal(diff.status, 1, diff.stderr);
const tested = run('test', 'samples', '--report', 'test');
assert.equal(tested.status, 1, tested.stderr);

const browser = await launch(work, { width: 1400, height: 860 });
const shoot = async (page, name) => {
  if (pictures) await page.screenshot({ path: join(pictures, name + '.png') });
};
const pressed = (page, text) => page.locator(`button:has-text("${text}")`).first().getAttribute('aria-pressed');
const seen = page => page.evaluate(() => [...document.querySelectorAll('#view img')].every(i => i.complete && i.naturalWidth > 0));
const until = (page, what, value) => page.waitForFunction(what, value, { timeout: 30000 });
const width = page => page.locator('.sheet').first().evaluate(s => s.offsetWidth);
const open = async (page, name) => {
  await page.goto(pathToFileURL(join(work, name, 'index.html')).href);
  await until(page, () => document.querySelector('#view .sheet'));
};

const steps = {
  async 'it opens from a file, with both pages'(page) {
    await open(page, 'diff');
    assert.equal(await page.title(), 'before.json → samples/jinzhong/edition.yaml');
    assert.equal(await page.locator('#view .sheet').count(), 2);
    assert.ok(await seen(page));
    assert.ok(await page.locator('#changes li').count() > 3);
    assert.match(await page.textContent('#count'), /^\d+ changes in the words, \d+ in the places/);
    await shoot(page, 'side');
  },

  async 'every change leads to its place'(page) {
    const count = await page.locator('#changes li').count();
    let marked = 0;
    for (let i = 0; i < count; ++i) {
      await page.locator('#changes li').nth(i).click();
      assert.equal(await page.locator('#changes li').nth(i).getAttribute('aria-current'), 'true');
      const mark = page.locator('.mark.chosen').first();
      if (!await mark.count()) continue;
      ++marked;
      await until(page, () => {
        const box = document.querySelector('.mark.chosen').getBoundingClientRect();
        return box.bottom > 0 && box.top < innerHeight;
      });
    }
    assert.ok(marked > count / 2, `${marked} of ${count} have a place`);
  },

  async 'five ways to look'(page) {
    for (const [key, name, sheets] of [['2', 'Overlay', 1], ['3', 'Blink', 1], ['4', 'Difference', 1], ['5', 'Swipe', 1], ['1', 'Side by side', 2]]) {
      for (const by of ['click', 'key']) {
        if (by === 'click') await page.click(`#modes button:has-text("${name}")`);
        else await page.keyboard.press(key);
        assert.equal(await pressed(page, name), 'true', name);
        assert.equal(await page.locator('#view .sheet').count(), sheets, name);
        await until(page, () => [...document.querySelectorAll('#view img')].every(i => i.complete && i.naturalWidth > 0));
      }
      await shoot(page, name.split(' ')[0].toLowerCase());
    }
    const shapes = new Set();
    await page.keyboard.press('5');
    const sheet = await page.locator('.sheet').boundingBox();
    for (const part of [0.2, 0.5, 0.8]) {
      await page.mouse.move(sheet.x + sheet.width * part, sheet.y + 50);
      shapes.add(await page.evaluate(() => document.querySelectorAll('.sheet img')[1].style.clipPath));
    }
    assert.equal(shapes.size, 3, 'the edge follows the pointer');
    await page.keyboard.press('4');
    const colours = await page.evaluate(async () => {
      const image = document.querySelector('.sheet img');
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
      let warm = 0;
      for (let i = 0; i < pixels.length; i += 4) warm += pixels[i] > 200 && pixels[i + 2] < 60;
      return warm;
    });
    assert.ok(colours > 100, 'what differs is yellow and red');
    await page.keyboard.press('1');
  },

  async 'the layers and the outlines'(page) {
    const all = await page.locator('#changes li').count();
    for (const layer of ['text', 'geometry', 'pixels']) {
      const button = `#layers button:has-text("${layer}")`, count = Number((await page.textContent(button)).split(' ').pop());
      await page.click(button);
      assert.equal(await page.locator('#changes li').count(), all - count, layer);
      assert.equal(await page.locator(`.mark.${layer}`).count(), 0);
      await page.click(button);
      assert.equal(await page.locator('#changes li').count(), all);
    }
    const before = await page.evaluate(() => document.body.className);
    await page.keyboard.press('o');
    assert.notEqual(await page.evaluate(() => document.body.className), before);
    await page.keyboard.press('o');
  },

  async 'zoom, and the keys that go through the changes'(page) {
    const small = await width(page);
    await page.keyboard.press('+');
    const larger = await width(page);
    assert.ok(larger > small);
    await page.locator('#zoom').fill('200');
    assert.ok(await width(page) > larger);
    await page.locator('#zoom').blur();
    await page.keyboard.press('-');
    await page.locator('#zoom').fill('100');
    await page.locator('#zoom').blur();
    assert.equal(await width(page), small);
    const current = () => page.evaluate(() => document.querySelector('li[aria-current="true"]')?.dataset.index);
    const first = await current();
    await page.keyboard.press('j');
    assert.notEqual(await current(), first);
    await page.keyboard.press('k');
    assert.equal(await current(), first);
    await page.setViewportSize({ width: 900, height: 700 });
    for (let i = 0; i < 100 && await width(page) >= small; ++i) await page.waitForTimeout(20);  // drawn after the event
    assert.ok(await width(page) < small, 'it takes the room of the window');
    await page.setViewportSize({ width: 1400, height: 860 });
  },

  async 'a link to a change'(page) {
    await page.goto(pathToFileURL(join(work, 'diff', 'index.html')).href + '#mode=overlay&change=1');
    await page.reload();
    await until(page, () => document.querySelector('li[aria-current="true"]'));
    assert.equal(await page.locator('li[aria-current="true"]').getAttribute('data-index'), '1');
    assert.equal(await pressed(page, 'Overlay'), 'true');
  },

  async 'several editions, and pages of one'(page) {
    await open(page, 'test');
    const parts = await page.locator('#part option').allTextContents();
    assert.deepEqual(parts, ['samples/daily/edition.yaml', 'samples/jinzhong/edition.yaml']);
    assert.match(await page.textContent('#why'), /content changed: articles\/p2\/port\.md/);
    const buttons = page.locator('#pages button'), count = await buttons.count();
    assert.equal(count, 2, 'the pages that differ');
    for (let i = 0; i < count; ++i) {
      await buttons.nth(i).click();
      assert.equal(await buttons.nth(i).getAttribute('aria-pressed'), 'true');
      assert.ok(await seen(page));
    }
    await page.keyboard.press('p');
    assert.equal(await buttons.nth(count - 2).getAttribute('aria-pressed'), 'true');
    await page.keyboard.press('n');
    assert.equal(await buttons.nth(count - 1).getAttribute('aria-pressed'), 'true');
    await page.selectOption('#part', '1');
    await until(page, () => document.getElementById('why').textContent.includes('seed-package.yaml'));
    assert.ok(await page.locator('#changes li').count() > 3);
    assert.equal(await page.locator('#pages button').count(), 0, 'a single page needs no list');
  },
};

const passed = await take(browser, steps, (page, complaints) => {
  page.on('request', request => { if (!/^(file|data|blob):/.test(request.url())) complaints.push('asks for ' + request.url()); });
});
rmSync(work, { recursive: true, force: true });
process.exit(passed ? 0 : 1);
