import { Injectable } from '@nestjs/common';
import { publicActor } from '../../kernel/actor.js';
import { AppConfig } from '../../config/index.js';
import { ResolveSession } from '../../identity/index.js';
import { Municipalities, type Municipality } from '../../municipalities/index.js';
import { Cookies } from './cookies.js';
import { DESKS, type DeskName } from './desks.js';
import { requestIdOf } from './request-id.js';
import type { ViewedRequest, Viewer } from './viewer.js';

/** Finds town and person of a request: the town by the first part of the path, the person by that town's session cookie. */
@Injectable()
export class ViewerResolver {
  readonly cookies: Cookies;

  constructor(
    private readonly municipalities: Municipalities,
    private readonly sessions: ResolveSession,
    config: AppConfig,
  ) {
    this.cookies = new Cookies(config.publicUrl);
  }

  /** Null when the path names no town. The desk is the one given, else the one that the path names. */
  async find(request: ViewedRequest, desk: DeskName = deskInPath(request.path)): Promise<Viewer | null> {
    const slug = request.path.split('/')[1] ?? '';
    const town = /^[a-z][a-z-]{0,40}$/.test(slug) ? await this.municipalities.bySlug(slug) : null;
    return town && this.viewerOf(request, town, desk);
  }

  private async viewerOf(request: ViewedRequest, town: Municipality, desk: DeskName): Promise<Viewer> {
    const autosave = request.get('X-Requested-With') === 'autosave';
    const token = this.cookies.sessionToken(request, town.slug);
    const session = token ? await this.sessions.execute(town, token, autosave ? 'background' : 'page') : null;
    return {
      town,
      actor: session?.actor ?? publicActor(town.id),
      desk,
      signedIn: session !== null,
      sessionId: session?.sessionId ?? null,
      path: request.originalUrl,
      requestId: requestIdOf(request),
      autosave,
      notice: this.cookies.notice(request),
      url: (path, query) => townUrl(town.slug, path, query),
    };
  }
}

/** `townUrl('ogori', 'staff/queue', { page: '2' })` → `/ogori/staff/queue?page=2`. */
export function townUrl(slug: string, path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
  return `/${slug}/${path.replace(/^\//, '')}${search}`;
}

const deskInPath = (path: string): DeskName => DESKS.find((desk) => desk === path.split('/')[2]) ?? 'public';
