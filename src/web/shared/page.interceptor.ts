import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import type { Cookies } from './cookies.js';
import { KeptPages } from './kept-pages.js';
import { renderPage } from './render-page.js';
import {
  DownloadResult,
  JsonResult,
  PageResult,
  RedirectResult,
  SHARED_FOR_SECONDS,
  SharedPageResult,
  SHOWN_INLINE,
  type Download,
} from './results.js';
import { SiteAssets } from './site-assets.js';
import { ViewerResolver } from './viewer-resolver.js';

/** Turns what controllers return (`page`, `redirect`, `download`, `json`) into the answer; anything else passes. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  private readonly kept = new KeptPages();

  constructor(
    private readonly assets: SiteAssets,
    private readonly viewers: ViewerResolver,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(mergeMap(async (result: unknown) => this.answer(request, response, result)));
  }

  private answer(request: Request, response: Response, result: unknown): unknown {
    const { cookies } = this.viewers;
    if (result instanceof PageResult) return answerPage(response, result, this.assets, cookies);
    if (result instanceof SharedPageResult) return this.answerShared(request, response, result);
    if (result instanceof RedirectResult) return answerRedirect(request, response, result, cookies);
    if (result instanceof DownloadResult) return answerDownload(request, response, result.file);
    if (result instanceof JsonResult) {
      response.status(result.status).set('Cache-Control', 'no-store');
      return result.body;
    }
    return result;
  }

  /** A signed-in viewer's page is drawn for them alone; everyone else gets the one that was drawn from the same facts. */
  private async answerShared(
    request: Request,
    response: Response,
    { viewer, edition, content }: SharedPageResult,
  ): Promise<string> {
    if (viewer.signedIn || viewer.notice !== null) {
      return answerPage(response, new PageResult(viewer, await content(), 200), this.assets, this.viewers.cookies);
    }
    const { town, contact, path } = viewer;
    const shown = [
      path,
      edition,
      this.assets.urls.css,
      town.name,
      town.hallName,
      town.postalCode,
      town.address,
      contact,
    ];
    const { html, tag } = await this.kept.take(JSON.stringify(shown), async () =>
      renderPage(viewer, await content(), this.assets.urls),
    );
    response.set({
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': keptFor(SHARED_FOR_SECONDS),
      Vary: 'Cookie',
      ETag: `W/"${tag}"`,
    });
    return html;
  }
}

function answerPage(response: Response, result: PageResult, assets: SiteAssets, cookies: Cookies): string {
  const { viewer, content, status } = result;
  const personal =
    viewer !== null &&
    (content.personal === true ||
      viewer.signedIn ||
      viewer.desk !== 'public' ||
      viewer.notice !== null ||
      status !== 200);
  response.status(status).set({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': personal ? 'private, no-store' : keptFor(content.sharedForSeconds),
    // Whoever sends no cookie shares one copy; a session has a copy of its own, and that is never kept.
    Vary: 'Cookie',
  });
  if (viewer?.notice) cookies.clearNotice(response);
  return renderPage(viewer, content, assets.urls);
}

function answerRedirect(request: Request, response: Response, result: RedirectResult, cookies: Cookies): string {
  const { notice, signIn, signOut, ticket } = result.options;
  const town = request.path.split('/')[1] ?? '';
  if (notice) cookies.leaveNotice(response, notice);
  if (signIn) cookies.startSession(response, town, signIn);
  if (ticket) cookies.keepTicket(response, town, ticket);
  if (signOut) cookies.endSession(response, town);
  response.status(303).set({ Location: result.to, 'Cache-Control': 'no-store' });
  return '';
}

/** Only what says so is kept by others than its reader's own browser; the ETag that Express adds settles the rest. */
const keptFor = (seconds: number | undefined): string =>
  seconds === undefined ? 'private, no-cache' : `public, max-age=${String(seconds)}, must-revalidate`;

async function answerDownload(
  request: Request,
  response: Response,
  file: Download,
): Promise<StreamableFile | undefined> {
  const inline = file.inline === true && SHOWN_INLINE.has(file.mediaType);
  // Our own pages show it in a frame; nobody else does.
  const [framedBy, frameOptions] = inline ? ["'self'", 'SAMEORIGIN'] : ["'none'", 'DENY'];
  // A sandbox keeps the browser's own PDF viewer from starting; a PDF from us cannot act on the page anyway.
  const sandbox = inline && file.mediaType === 'application/pdf' ? '' : 'sandbox; ';
  response.set({
    'Content-Type': file.mediaType,
    'Content-Disposition': `${inline ? 'inline' : 'attachment'}; filename="${plainName(file.fileName)}"; filename*=UTF-8''${encodeName(file.fileName)}`,
    'Content-Security-Policy': `${sandbox}frame-ancestors ${framedBy}; base-uri 'none'; form-action 'none'`,
    'X-Frame-Options': frameOptions,
    'Cache-Control': cachingOf(file),
    'X-Content-Type-Options': 'nosniff',
    ...(file.openToOtherSites === true && {
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    }),
  });
  if (file.tag !== undefined) {
    response.set('ETag', `"${file.tag}"`);
    if (request.fresh) {
      response.status(304);
      return undefined;
    }
  }
  const bytes = typeof file.bytes === 'function' ? await file.bytes() : file.bytes;
  // A bare Buffer would be answered as JSON.
  return bytes instanceof Uint8Array
    ? new StreamableFile(bytes, { length: bytes.byteLength })
    : new StreamableFile(bytes);
}

const A_DAY = 86_400;

function cachingOf({ publicForSeconds, immutable = false }: Download): string {
  if (!publicForSeconds) return 'private, no-store';
  return immutable
    ? `public, max-age=${String(A_DAY)}, immutable, s-maxage=${String(publicForSeconds)}, proxy-revalidate`
    : `public, max-age=${String(publicForSeconds)}, must-revalidate`;
}

/** ASCII stand-in for old browsers (RFC 6266); the real name follows in `filename*`. */
const plainName = (name: string): string => name.replace(/[^\w.-]+/g, '_');
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
