import { Injectable } from '@nestjs/common';
import { publicActor } from '../../kernel/actor.js';
import { AppConfig } from '../../config/index.js';
import { ResolveSession, type RequestKind } from '../../identity/index.js';
import { Municipalities } from '../../municipalities/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Cookies } from './cookies.js';
import { DESKS, type DeskName } from './desks.js';
import { requestIdOf } from './request-id.js';
import { townUrl } from './town-url.js';
import type { ViewedRequest, Viewer } from './viewer.js';

/** Finds town and person of a request: the town by the first part of the path, the person by that town's session cookie. */
@Injectable()
export class ViewerResolver {
  readonly cookies: Cookies;
  private readonly places = new Map<string, { readonly place: Place; readonly until: number }>();

  constructor(
    private readonly municipalities: Municipalities,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: ResolveSession,
    config: AppConfig,
    clock: Clock,
  ) {
    this.cookies = new Cookies(config.publicUrl, clock);
  }

  /** Null when the path names no town. The desk is the one given, else the one that the path names. */
  async find(request: ViewedRequest, desk: DeskName = deskInPath(request.path)): Promise<Viewer | null> {
    const slug = request.path.split('/')[1] ?? '';
    const place = await this.placeOf(slug);
    return place && this.viewerOf(request, place, desk);
  }

  private async placeOf(slug: string): Promise<Place | null> {
    const known = this.places.get(slug);
    if (known && known.until > Date.now()) return known.place;
    const town = SLUG.test(slug) ? await this.municipalities.bySlug(slug) : null;
    if (!town) return null;
    const contact = await this.unitOfWork.read(publicActor(town.id), async (tx) => {
      const sections = await this.municipalities.sections(tx);
      return sections.length > 0 ? this.municipalities.promotionSection(tx) : null;
    });
    const place = { town, contact };
    this.places.set(slug, { place, until: Date.now() + REMEMBERED_MS });
    return place;
  }

  private async viewerOf(request: ViewedRequest, { town, contact }: Place, desk: DeskName): Promise<Viewer> {
    const autosave = request.get('X-Requested-With') === 'autosave';
    const token = this.cookies.sessionToken(request, town.slug);
    const session = token ? await this.sessions.execute(town, token, kindOf(request)) : null;
    return {
      town,
      contact,
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

interface Place {
  readonly town: Viewer['town'];
  readonly contact: Viewer['contact'];
}

const SLUG = /^[a-z][a-z0-9-]{1,30}$/;

/** A letterhead changes a few times in a decade, every page shows it: asked for once in this while. */
const REMEMBERED_MS = 5000;

/** A page that merely watches a job does not keep its session alive; one that saves what a person types does. */
const kindOf = (request: ViewedRequest): RequestKind =>
  request.get('Accept')?.startsWith('text/event-stream') ? 'background' : 'page';

const deskInPath = (path: string): DeskName => DESKS.find((desk) => desk === path.split('/')[2]) ?? 'public';
