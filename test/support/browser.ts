import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { onceARun, runFolder } from './once-a-run.js';

/** Real Chromium. Each person is a context of their own: other cookies, other window. */
export interface TestBrowser {
  person(options?: BrowserContextOptions): Promise<Page>;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** The package's own flags switch off the web's security and run everything in one process; neither is wanted here. */
const FLAGS = ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'];

/** Starts the Chromium that npm brings, with a Japanese locale; needs no system package. Close it in `afterAll`. */
export async function openBrowser(): Promise<TestBrowser> {
  const executable = await onceARun('chromium', unpackChromium);
  // Loaded here and not above: most suites open a house without a browser, and this package alone takes 0.35 s to load.
  const { chromium } = await import('playwright-core');
  const home = path.join(runFolder(), `browser-${String(process.pid)}`);
  mkdirSync(home, { recursive: true });
  const unpacked = path.dirname(executable);
  const browser = await chromium.launch({
    executablePath: executable,
    args: FLAGS,
    env: {
      HOME: home,
      TMPDIR: home,
      LANG: 'C.UTF-8',
      PATH: '/usr/bin:/bin',
      LD_LIBRARY_PATH: path.join(unpacked, 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(unpacked, 'fonts.conf'),
    },
  });
  return {
    browser,
    person: async (options = {}) => {
      const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', ...options });
      return context.newPage();
    },
    close: () => browser.close(),
  };
}

/** The package unpacks into the temporary folder of its process and keeps what it finds there: so it gets an empty one. */
async function unpackChromium(): Promise<string> {
  const folder = path.join(runFolder(), 'chromium');
  mkdirSync(folder);
  const script = `import chromium from '@sparticuz/chromium'; process.stdout.write(await chromium.executablePath());`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    // The variable makes it unpack the system libraries that a bare machine lacks.
    env: { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  writeFileSync(path.join(folder, 'fonts.conf'), fontConfiguration(folder));
  return stdout;
}

/** The package's own configuration looks below /tmp whatever its folder is; a Chromium without any font ends itself. */
const fontConfiguration = (unpacked: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(unpacked, 'fonts')}</dir>
  <cachedir>${path.join(unpacked, 'fonts-cache')}</cachedir>
</fontconfig>
`;
