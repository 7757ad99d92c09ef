import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { AssetFile } from '../bundle-client.js';
import type { AssetUrls } from './render-page.js';

/** `dist/assets`, where the build leaves the bundle; seen from `src` there is no such folder and the bundle is made in memory. */
const BUILT = new URL('../../../assets/', import.meta.url);

interface HeldFile extends AssetFile {
  readonly gzipped: Buffer;
}

/** The stylesheet, the script and the icon, held in memory and served under names that change with their content. */
@Injectable()
export class SiteAssets implements OnModuleInit {
  private files = new Map<string, HeldFile>();
  private found: AssetUrls | undefined;

  async onModuleInit(): Promise<void> {
    await this.load();
  }

  async load(): Promise<AssetUrls> {
    if (this.found) return this.found;
    const files = (await readBuilt()) ?? (await (await import('../bundle-client.js')).buildAssets());
    this.files = new Map(files.map((file) => [file.name, { ...file, gzipped: gzipSync(file.bytes) }]));
    const nameOf = (ending: string): string => {
      const name = files.find((file) => file.name.endsWith(ending))?.name;
      if (!name) throw new Error(`no ${ending} among the assets: run the build again`);
      return `/assets/${name}`;
    };
    this.found = Object.freeze({ css: nameOf('.css'), js: nameOf('.js'), icon: nameOf('.svg') });
    return this.found;
  }

  get urls(): AssetUrls {
    if (!this.found) throw new Error('assets are used before they are loaded');
    return this.found;
  }

  /** Express handler below `/assets`. */
  readonly serve = (request: Request, response: Response, next: NextFunction): void => {
    const file = this.files.get(request.path.slice(1));
    if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    response.set({ 'Cache-Control': 'public, max-age=31536000, immutable', 'Content-Type': file.mediaType });
    response.vary('Accept-Encoding');
    const gzip = request.acceptsEncodings('gzip') === 'gzip';
    if (gzip) response.set('Content-Encoding', 'gzip');
    response.send(gzip ? file.gzipped : Buffer.from(file.bytes));
  };
}

async function readBuilt(): Promise<AssetFile[] | null> {
  let manifest: string;
  try {
    manifest = await readFile(new URL('manifest.json', BUILT), 'utf8');
  } catch {
    return null;
  }
  const entries = JSON.parse(manifest) as { name: string; mediaType: string }[];
  return Promise.all(entries.map(async (entry) => ({ ...entry, bytes: await readFile(new URL(entry.name, BUILT)) })));
}
