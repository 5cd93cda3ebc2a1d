// What every browser test shares: Debian's Chromium without a window, and steps taken one after another.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/// A browser with a profile of its own under `work`, which asks the network for nothing of its own accord.
export const launch = (work, viewport) => chromium.launchPersistentContext(join(work, 'profile'), {
  executablePath: '/usr/bin/chromium', headless: true, viewport,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
         '--disable-component-update', '--disable-sync'] });

/// Takes the steps on one new page; true when all passed and the page complained of nothing. `listen(page, complaints)`
/// adds what else counts as a complaint.
export async function take(browser, steps, listen) {
  const complaints = [];
  let passed = true;
  try {
    const page = await browser.newPage();
    page.on('console', message => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
    page.on('pageerror', error => complaints.push(String(error)));
    listen(page, complaints);
    for (const [name, step] of Object.entries(steps)) {
      await step(page);
      console.log('ok:', name);
    }
    assert.deepEqual(complaints, []);
  } catch (error) {
    passed = false;
    console.error(error);
    console.error(complaints.join('\n'));
  }
  await browser.close();
  return passed;
}
