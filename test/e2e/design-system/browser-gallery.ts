import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page, Route } from 'playwright-core';

import { buildAssets } from '../../../src/web/bundle-client.js';
import { renderPage } from '../../../src/web/shared/render-page.js';
import { webFont } from '../../../src/web/shared/web-font.js';
import type { TestBrowser } from '../../support/browser.js';
import { GALLERY, type GalleryPage } from './gallery.js';

const ORIGIN = 'http://gallery.invalid';

/** The policy that `securityHeaders` sends: what would break under it breaks here too. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'";

const assets = await buildAssets();
const addressOf = (ending: string): string => `/assets/${assets.find(({ name }) => name.endsWith(ending))?.name ?? ''}`;

export const drawGalleryPage = ({ viewer, content }: GalleryPage): string =>
  renderPage(viewer, content, { css: addressOf('.css'), js: addressOf('.js'), icon: addressOf('.svg') });

/** Opens one page of the gallery as a browser would get it: same assets, same policy, no server. */
export async function openGalleryPage(
  chromium: TestBrowser,
  shown: GalleryPage,
  { width, javaScriptEnabled = true }: { width: number; javaScriptEnabled?: boolean },
): Promise<Page> {
  const page = await chromium.person({ viewport: { width, height: 900 }, javaScriptEnabled });
  await page.route(`${ORIGIN}/**`, (route) => answer(route, shown));
  await page.goto(`${ORIGIN}/${shown.name}`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}

export const galleryPage = (name: string): GalleryPage => {
  const found = GALLERY.find((shown) => shown.name === name);
  if (!found) throw new Error(`no gallery page ${name}`);
  return found;
};

async function answer(route: Route, shown: GalleryPage): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const font = webFont();
  const asset = assets.find(({ name }) => pathname === `/assets/${name}`);
  if (asset) return route.fulfill({ contentType: asset.mediaType, body: Buffer.from(asset.bytes) });
  if (pathname.startsWith(`/assets/${font.prefix}`)) {
    const name = pathname.slice(`/assets/${font.prefix}`.length);
    return route.fulfill({ contentType: 'font/woff2', body: await readFile(join(font.folder, name)) });
  }
  if (pathname === `/${shown.name}`) {
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': POLICY },
      body: drawGalleryPage(shown),
    });
  }
  return route.fulfill({ status: 404, body: '' });
}
